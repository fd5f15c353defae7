/** "What is wrong?": asks at most two questions, by buttons or words, and shows where they end. */
import { questionCard } from '../../cards/question/question-card.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { QUESTIONS, VERB } from './messages.ts';
import { type AnswerId, type AskingId, forColleague, problemOf, readAnswer, readWords } from './problems.ts';
import { showEnd } from './show-end.ts';
import { ENDED, type Step } from './step.ts';

export function askProblem(turn: Turn, asking: AskingId, inPlace: boolean): Step {
  sayQuestion(turn, asking, inPlace);
  turn.record({ feature: 'password', outcome: 'answered', clauses: [], entries: ['password/help'] });
  return { asking };
}

export function sayQuestion(turn: Turn, asking: AskingId, inPlace: boolean): void {
  const card = questionCard({ title: 'Password help', ...QUESTIONS[asking], verb: VERB, tag: asking });
  turn.say({ card, inPlace });
  turn.offer(
    QUESTIONS[asking].options.map(({ title, value }) => ({
      title,
      action: { verb: VERB, data: { answer: value, tag: asking } },
    })),
  );
}

/** A button of any of the questions, however old its card is: it says all that is needed. */
export function pressProblem(turn: Turn, deps: DialogDeps): Step {
  const { tag, answer } = turn.action?.data ?? {};
  const asked: AskingId = tag === 'reason' || tag === 'colleague' ? tag : 'problem';
  return answerProblem(turn, deps, asked, readAnswer(answer, asked), true);
}

export function answerProblem(
  turn: Turn,
  deps: DialogDeps,
  asked: AskingId,
  answer: AnswerId | undefined,
  inPlace: boolean,
): Step {
  if (answer === undefined) return askProblem(turn, asked, inPlace);
  if (answer === 'refused') return askProblem(turn, 'reason', inPlace);
  if (answer === 'colleague') return askProblem(turn, 'colleague', inPlace);
  showEnd(turn, deps, answer, { inPlace, forColleague: asked === 'colleague' });
  return ENDED;
}

/** The answer in a person's words: as they stand, or by the entry that they would lead to. */
export function answerIn(words: string, asking: AskingId, knowledge: Knowledge): AnswerId | undefined {
  const plain = readWords(words, asking);
  if (plain || asking === 'reason') return plain;
  const understanding = knowledge.understand(words);
  if (understanding.outcome !== 'answered') return undefined;
  const problem = problemOf(understanding.entry.id);
  return asking === 'problem' ? problem : forColleague(problem);
}
