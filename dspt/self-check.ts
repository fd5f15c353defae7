/** The questions people answer themselves, when nothing published says it for them. */

export type QuestionId = 'legal' | 'mandatory';
export type LegalAnswer = 'yes' | 'no' | 'unsure';
/** `published`: met, and the assessment is published. `yes`: met, and not published yet. */
export type MandatoryAnswer = 'published' | 'yes' | 'no' | 'unsure';

export interface Answers {
  legal?: LegalAnswer;
  mandatory?: MandatoryAnswer;
}

/** @returns undefined when there is nothing more to ask. */
export function nextQuestion({ legal, mandatory }: Answers): QuestionId | undefined {
  if (legal === undefined) return 'legal';
  // Without the legal items no stage is reached, so the rest would be asked for nothing.
  return legal === 'no' || mandatory !== undefined ? undefined : 'mandatory';
}

/** The stages of the 2020 slides, and what lies between them. `unknown` is never a pass. */
export type StageId = 'not-yet' | 'entry-level' | 'standards-met' | 'met-not-published' | 'unknown';

export function stageOf({ legal, mandatory }: Answers): StageId {
  if (legal === 'no') return 'not-yet';
  if (legal !== 'yes') return 'unknown';
  switch (mandatory) {
    case 'no':
      return 'entry-level';
    case 'yes':
      return 'met-not-published';
    case 'published':
      return 'standards-met';
    default:
      return 'unknown';
  }
}
