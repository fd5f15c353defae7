/** The check's questions, as cards. */
import type { Card } from '../../cards/adaptive-card.ts';
import { type QuestionCardData, questionCard } from '../../cards/question/question-card.ts';
import type { Organisation } from '../../dspt/organisation.ts';
import type { Option } from '../options.ts';
import { nameAndCode } from './messages.ts';
import type { Progress, StepId } from './progress.ts';
import type { OrganisationAnswer } from './read-answer.ts';

export const ANSWER_VERB = 'dspt.answer';

/** What the buttons of the organisation questions bring. Anything else is a code. */
const SKIP = 'skip';
const NO_CODE = 'no-code';
const NONE_OF_THESE = 'none';
const NO_HEAD_OFFICE = 'no-head-office';
const UNSURE = 'unsure';

const ANSWERS: ReadonlyMap<string, OrganisationAnswer> = new Map([
  [SKIP, 'skip'],
  [NO_CODE, 'no-code'],
  [UNSURE, 'no-code'],
  [NONE_OF_THESE, 'none'],
  [NO_HEAD_OFFICE, 'none'],
]);

export function buttonAnswer(brought: string): OrganisationAnswer {
  return ANSWERS.get(brought) ?? { text: brought };
}

type Words = Pick<QuestionCardData, 'step' | 'question' | 'help' | 'options'>;

const NOT_SURE = { title: 'I am not sure', value: UNSURE };
const SKIP_BUTTON = { title: 'Skip this step', value: SKIP };

const SELF_CHECK: Record<'legal' | 'mandatory', Words> = {
  legal: {
    step: 'Question 2 of 3',
    question: 'Have you met the evidence items for the critical legal requirements?',
    help: 'The toolkit marks which items these are. Whoever fills in your toolkit will know.',
    options: [{ title: 'Yes', value: 'yes' }, { title: 'Not yet', value: 'no' }, NOT_SURE],
  },
  mandatory: {
    step: 'Question 3 of 3',
    question: 'Have you met all the mandatory items that the toolkit expects?',
    help: 'All of them. An assessment only counts once it is published.',
    options: [
      { title: 'Yes, and it is published', value: 'published' },
      { title: 'Yes, but it is not published yet', value: 'yes' },
      { title: 'Not all of them yet', value: 'no' },
      NOT_SURE,
    ],
  },
};

/** @param own organisations that this person administers: one tap instead of typing. */
export function askStep(
  progress: Progress,
  own: readonly { code: string; name: string }[],
): { card: Card; options: Option[] } {
  const words = wordsFor(progress, own);
  const tag = progress.step;
  return {
    card: questionCard({
      title: 'Data Security and Protection Toolkit (DSPT) stage check',
      ...words,
      verb: ANSWER_VERB,
      tag,
    }),
    options: words.options.map(({ title, value }) => ({
      title,
      action: { verb: ANSWER_VERB, data: { answer: value, tag } },
    })),
  };
}

function wordsFor(progress: Progress, own: readonly { code: string; name: string }[]): Words {
  switch (progress.step) {
    case 'organisation':
      return {
        step: 'Question 1 of 3',
        question: 'Which organisation is it about?',
        help: progress.again
          ? 'Type its name or its code to try again. Or skip this step.'
          : 'Type its name, or its Organisation Data Service (ODS) code. Or skip this step.',
        options: [
          ...own.slice(0, 3).map(({ code, name }) => ({ title: nameAndCode({ code, name }), value: code })),
          SKIP_BUTTON,
          ...(progress.again ? [] : [{ title: 'I don’t know my code', value: NO_CODE }]),
        ],
      };
    case 'choose':
      return {
        step: 'Question 1 of 3',
        question: 'Which of these is it?',
        help: 'If it is not here, type its ODS code or more of its name.',
        options: [
          ...(progress.options ?? []).map((each) => ({ title: describe(each), value: each.code })),
          { title: 'None of these', value: NONE_OF_THESE },
        ],
      };
    case 'head-office':
      return {
        step: 'Question 1 of 3',
        question: 'Does your organisation have a head office?',
        help: 'A head office can publish for its sites. Type its name or its ODS code, and I will look.',
        options: [{ title: 'No, we have none', value: NO_HEAD_OFFICE }, NOT_SURE],
      };
    case 'legal':
    case 'mandatory':
      return SELF_CHECK[progress.step];
  }
}

/** Two organisations can have one name: what else is known tells them apart. */
function describe(organisation: Organisation): string {
  const { sector, commissioner } = organisation;
  return [nameAndCode(organisation), sector, commissioner].filter(Boolean).join(', ');
}

/** Steps that are answered by typing a name or a code. */
export function takesName(step: StepId): boolean {
  return step === 'organisation' || step === 'choose' || step === 'head-office';
}
