/** The check's questions and what the answers come to. The stages are those of the 2020 slides. */

export type AnswerId = 'yes' | 'no' | 'unsure';
export type QuestionId = 'legal' | 'mandatory' | 'published';
export type Answers = Partial<Record<QuestionId, AnswerId>>;

/** `unknown` is never a pass: somebody was not sure. */
export type StageId = 'not-yet' | 'entry-level' | 'standards-met' | 'met-not-published' | 'unknown';

export interface Question {
  id: QuestionId;
  question: string;
  help: string;
  /** What is still to do when the answer is not yes. */
  missing: string;
}

export const QUESTIONS: readonly Question[] = [
  {
    id: 'legal',
    question: 'Have you met the evidence items for the critical legal requirements?',
    help: 'The toolkit marks which items these are. Whoever fills in your toolkit will know.',
    missing: 'Evidence items for the critical legal requirements.',
  },
  {
    id: 'mandatory',
    question: 'Have you met all the mandatory items that the toolkit expects?',
    help: 'All of them. If some are still open, choose "Not yet".',
    missing: 'Some of the mandatory items that the toolkit expects.',
  },
  {
    id: 'published',
    question: 'Have you published your assessment for this year?',
    help: 'It only counts once it is published in the toolkit.',
    missing: 'Publishing your assessment for this year.',
  },
];

/** @returns undefined when there is nothing more to ask. */
export function nextQuestion(answers: Answers): QuestionId | undefined {
  // Without the legal items no stage is reached, so the rest would be asked for nothing.
  if (answers.legal === 'no') return undefined;
  return QUESTIONS.find(({ id }) => answers[id] === undefined)?.id;
}

export function stageFor({ legal, mandatory, published }: Answers): StageId {
  if (legal === 'no') return 'not-yet';
  if (legal !== 'yes' || mandatory === 'unsure' || mandatory === undefined) return 'unknown';
  if (mandatory === 'no') return 'entry-level';
  return published === 'yes' ? 'standards-met' : 'met-not-published';
}
