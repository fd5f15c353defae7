/** Builds the card at an end of the password help, and says what was shown. */
import {
  type PasswordStepsCardData,
  passwordStepsCard,
} from '../../cards/password-steps/password-steps-card.ts';
import type { Clause, FeatureId } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { sourceLine } from '../answers.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import {
  CHANGE_FACT,
  COLLEAGUE_FACT,
  ENDS,
  type EndId,
  HELP_FACTS,
  HOURS_FACT,
  PORTAL_FACT,
  RULES_FACT,
  SECRECY_FACTS,
  type SecrecyId,
} from './ends.ts';
import { clauseOf, datedLine, factOf, laterOf, noteOf, stepNotes, stepsOf, underOneSource } from './facts.ts';
import * as words from './messages.ts';
import { outOfHours } from './out-of-hours.ts';

type Outside = Pick<DialogDeps, 'knowledge' | 'timeZone'>;

export interface Shown {
  inPlace: boolean;
  /** The steps are for somebody who is not in the chat. */
  forColleague?: boolean;
  /** The feature that understood the message, when it was not this one. */
  feature?: FeatureId | undefined;
}

export function showEnd(turn: Turn, deps: Outside, end: EndId, shown: Shown): void {
  const { knowledge } = deps;
  const clause = isSecrecy(end) ? words.SECRECY_CLAUSES[end] : undefined;
  const data = isSecrecy(end)
    ? secrecyCard(knowledge, end)
    : stepsCard(knowledge, end, shown.forColleague ?? end === 'colleague-unsure');
  const nobodyIn = outOfHours(turn.now, deps.timeZone) ? noteOf(factOf(knowledge, HOURS_FACT)) : undefined;
  const feature = shown.feature ?? 'password';
  const entry = isSecrecy(end) ? `aup/${clause}` : ENDS[end].answer;
  turn.say({
    card: passwordStepsCard({ ...data, nobodyIn }),
    inPlace: shown.inPlace,
    rated: { feature, entry, outcome: 'answered' },
  });
  turn.record({
    feature,
    outcome: 'answered',
    clauses: clause ? [clause] : [],
    entries: isSecrecy(end) ? [entry, ...SECRECY_FACTS[end]] : [entry],
  });
}

function isSecrecy(end: EndId): end is SecrecyId {
  return end in SECRECY_FACTS;
}

function stepsCard(
  knowledge: Knowledge,
  id: Exclude<EndId, SecrecyId>,
  forColleague: boolean,
): PasswordStepsCardData {
  const end = ENDS[id];
  const answer = factOf(knowledge, end.answer);
  const sees = end.sees.map((each) => factOf(knowledge, each));
  const after = end.after.map((each) => factOf(knowledge, each));
  const rules = end.rules ? [factOf(knowledge, RULES_FACT)] : [];
  const colleague = factOf(knowledge, COLLEAGUE_FACT);
  // What is wrong is known, so the colleague's own fact says how to help and the answer's steps are read out.
  const readOut = forColleague && answer !== colleague;
  // A fact without steps is a list of things to do itself.
  const answerIsSteps = !end.refused && answer.steps.length === 0;
  return {
    title: readOut ? `${colleague.title}: ${uncapitalised(answer.title)}` : answer.title,
    answer: readOut ? colleague.answer : answerIsSteps ? '' : answer.answer,
    sourceLine: datedLine((readOut ? colleague : answer).source),
    quote: readOut ? '' : answer.quote,
    stepsTitle: readOut ? words.STEPS_TO_READ_OUT : forColleague ? words.STEPS_FOR_THEM : words.STEPS,
    steps: end.refused ? [...words.REFUSED.steps] : stepsOf(answer),
    stepsSource: end.refused ? words.REFUSED.stepsSource : readOut ? datedLine(answer.source) : '',
    sections: [
      {
        title: words.SEE,
        notes: underOneSource([
          ...(sees.length > 0 ? sees.map(noteOf) : [{ text: words.NOT_SHOWN, source: '' }]),
          noteOf(factOf(knowledge, PORTAL_FACT)),
        ]),
      },
      ...rules.map((fact) => ({ title: words.RULES, notes: stepNotes(fact) })),
      ...(after.length > 0 ? [{ title: words.AFTERWARDS, notes: underOneSource(after.map(noteOf)) }] : []),
    ],
    later: laterOf([answer, ...sees], [...rules, ...after]),
    ...helpOf(knowledge, forColleague),
  };
}

function secrecyCard(knowledge: Knowledge, id: SecrecyId): PasswordStepsCardData {
  const own = { asked: words.ASKED, known: words.KNOWN, clicked: words.CLICKED }[id];
  const clause: Clause = clauseOf(knowledge, words.SECRECY_CLAUSES[id]);
  const after = SECRECY_FACTS[id].map((each) => factOf(knowledge, each));
  const change = factOf(knowledge, CHANGE_FACT);
  return {
    title: own.title,
    answer: clause.summary,
    sourceLine: '',
    quote: '',
    stepsTitle: words.STEPS_NOW,
    steps: [...own.steps],
    stepsSource: own.stepsSource,
    clause: { number: clause.number, text: clause.text, sourceLine: sourceLine(clause.source) },
    sections: [
      {
        title: words.NOTE,
        notes: underOneSource([
          ...(clause.caution ? [{ text: clause.caution, source: '' }] : []),
          ...after.map(noteOf),
          noteOf(factOf(knowledge, PORTAL_FACT)),
        ]),
      },
      { title: change.title, notes: stepNotes(change) },
    ],
    later: laterOf([clause], after),
    ...helpOf(knowledge, false),
  };
}

/** Who helps if it fails, what they will want, and the one right link. */
function helpOf(
  knowledge: Knowledge,
  forColleague: boolean,
): Pick<PasswordStepsCardData, 'help' | 'details' | 'links'> {
  return {
    help: [
      { text: knowledge.contact('local-administrator'), source: '' },
      ...underOneSource(HELP_FACTS.map((each) => noteOf(factOf(knowledge, each)))),
      { text: words.NEVER_TELL, source: '' },
    ],
    details: forColleague ? words.READY_FOR_A_COLLEAGUE : words.READY,
    links: factOf(knowledge, PORTAL_FACT).links,
  };
}

function uncapitalised(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
