import assert from 'node:assert/strict';
import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import type { Who } from '../../support/people.ts';

const START: Exchange = ['what DSPT stage are we', ['Question 1 of 3', 'Which organisation']];
const SKIP: Exchange = ['[Skip this step]', ['Question 2 of 3', 'critical legal requirements']];

type Mandatory = 'published' | 'yes' | 'no' | 'unsure';
const LEGAL = { yes: ['yes', '[Yes]'], no: ['no', '[Not yet]'], unsure: ['not sure', '[I am not sure]'] };
const MANDATORY: Record<Mandatory, string[]> = {
  published: ['yes, it is published', '[Yes, and it is published]'],
  yes: ['yes', '[Yes, but it is not published yet]'],
  no: ['not all of them', '[Not all of them yet]'],
  unsure: ['dunno', '[I am not sure]'],
};

/** Every way through the person's own answers, the stage they come to, and what is left to do. */
const OUTCOMES: [legal: keyof typeof LEGAL, mandatory: Mandatory | '', stage: string, left: string[]][] = [
  [
    'no',
    '',
    'No stage yet',
    ['Complete the evidence items for the critical legal', 'mandatory items that are still open'],
  ],
  ['yes', 'published', 'Standards Met', ['!Publish your assessment', '!Complete the']],
  [
    'yes',
    'yes',
    'Standards Met, once published',
    ['Publish your assessment in the toolkit', '!Complete the'],
  ],
  ['yes', 'no', 'Entry Level', ['Complete the mandatory items', '!Complete the evidence']],
  ['yes', 'unsure', 'We cannot tell yet', ['Find out if all mandatory items are met']],
  ['unsure', 'published', 'We cannot tell yet', ['Find out if the critical legal items']],
  [
    'unsure',
    'yes',
    'We cannot tell yet',
    ['Find out if the critical legal items', 'Publish your assessment'],
  ],
  ['unsure', 'no', 'We cannot tell yet', ['Find out if the critical legal items', 'Complete the mandatory']],
  ['unsure', 'unsure', 'We cannot tell yet', ['Find out if the critical', 'Find out if all mandatory']],
];
/** What every result says, whatever the stage. */
const ALWAYS = [
  'Entry Level is a stage of the 2020 slides. It ended in March 2021.',
  'Later guidance for social care is Approaching Standards or above. The helpdesk confirms.',
  'Ask the national NHSmail helpdesk',
  'https://www.dsptoolkit.nhs.uk/Account/Register',
  'https://www.dsptoolkit.nhs.uk/OrganisationSearch',
  'NHSmail and DSPT slides, NHS England and NHS Improvement, 2020',
  '30 June 2027, 221 days left',
  'The 2020 slides say 31 March',
  'Remind me',
  'Start again',
  'Ask a person',
];

const paths = OUTCOMES.flatMap(([legal, mandatory, stage, left]) =>
  [0, 1].map((how): [string, Exchange[]] => {
    const end = [stage, ...left, ...ALWAYS];
    const first = LEGAL[legal][how] ?? '';
    const second = mandatory ? (MANDATORY[mandatory][how] ?? '') : '';
    const steps: Exchange[] = second
      ? [
          [first, 'Question 3 of 3'],
          [second, end],
        ]
      : [[first, end]];
    const answers = [first, second].filter(Boolean).join(', ');
    return [`comes to ${stage} when a manager without a code answers ${answers}`, [START, SKIP, ...steps]];
  }),
);

describe('the DSPT check', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[], who?: Who][] = [
    ...paths,
    [
      'says what a newcomer needs: two things, who becomes administrator, and which standards',
      [
        START,
        SKIP,
        [
          '[Not yet]',
          [
            'You need your email address and your ODS code',
            'becomes the administrator. They complete the profile and add other users',
            'head office (HQ) level or at site level',
            'National Data Guardian’s 10 data security standards',
            'They do not list them.',
          ],
        ],
      ],
    ],
    [
      'tells somebody who does not know their code how to find it, and asks again',
      [
        START,
        [
          '[I don’t know my code]',
          ['Finding your ODS code', 'OrganisationSearch', 'These are hints only.', 'try again'],
        ],
        ['skip', 'Question 2 of 3'],
      ],
    ],
    [
      'goes on without an organisation when somebody still does not know it',
      [START, ['I don’t know', 'Finding your ODS code'], ['no', 'Question 2 of 3']],
    ],
    ['takes "I don’t know" for not knowing the code', [START, ['I don’t know', 'Finding your ODS code']]],
    [
      'takes a code that it cannot check, and says so',
      [
        START,
        ['v l z 9 9', ['VLZ99', 'I cannot check this code', 'care home site', 'a hint', 'Question 2 of 3']],
      ],
    ],
    [
      'says that names cannot be looked up without a file, and goes on',
      [START, ['Rosebank House', ['I cannot look up names here', 'OrganisationSearch', 'Question 2 of 3']]],
    ],
    [
      'says what a code is to somebody who types something else',
      [START, ['VLZ-99-XX-12345', ['That is not an ODS code', '1 to 9 letters and digits', 'try again']]],
    ],
    [
      'offers an administrator their own organisations',
      [START, ['[Willowbrook Care (head office) (A9X4)]', ['A9X4', 'Question 2 of 3']]],
      'an administrator',
    ],
    [
      'answers another question in the middle, and then asks its own again once',
      [
        START,
        ['how long must my password be', ['At least 10 characters', 'Question 1 of 3']],
        ['section 3.3', ['3.3.1', '!Question 1 of 3']],
        ['4.3.10', ['Clause 4.3.10', '!Question 1 of 3']],
        SKIP,
        ['can I forward chain emails', ['Clause 3.2.4', 'Question 2 of 3', 'critical legal']],
        ['who becomes the DSPT administrator', ['you are the administrator', '!Question 2 of 3']],
        ['yes', 'Question 3 of 3'],
        ['clause 9.9.9', ['There is no clause 9.9.9', 'Question 3 of 3']],
        ['not yet', 'Entry Level'],
      ],
    ],
    [
      'hides a password that comes in the middle, and goes on',
      [
        START,
        SKIP,
        [
          'my password is Tulip-Bicycle-77!x',
          ['Please delete your last message', 'Question 2 of 3', '!Tulip'],
        ],
        ['yes', 'Question 3 of 3'],
      ],
    ],
    ...['cancel', 'stop', 'never mind', '[Stop]'].map((says): [string, Exchange[]] => [
      `stops at ${says}, and the answers are forgotten`,
      [START, SKIP, [says, ['Stopped', 'Nothing was saved.']], ['yes', ['!Question', '!Entry Level']], START],
    ]),
    [
      'says that the check is over when an old button is pressed',
      [START, ['cancel', 'Stopped'], ['[Skip this step]', 'That check is over.']],
    ],
    [
      'begins again when it is asked for again, and the one that was left does not come back',
      [
        START,
        SKIP,
        ['what DSPT stage are we', 'Question 1 of 3'],
        SKIP,
        ['[Not yet]', ['No stage yet', '!Question']],
        ['[Start again]', 'Question 1 of 3'],
      ],
    ],
    [
      'answers a question on the toolkit from its sources',
      [['what is the DSPT', 'Data Security and Protection Toolkit']],
    ],
  ];
  for (const [title, exchanges, who = 'a member of staff'] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }

  it('counts a press on an earlier question once only', async () => {
    const chat = assistant.chat('a member of staff');
    await chat.says('what DSPT stage are we');
    await chat.presses('Skip this step');
    const [first] = await Promise.all([chat.presses('Yes'), chat.presses('Yes')]);
    assert.equal(first.status, 200);
    // One press answered the question; the other found it answered.
    assert.match((await chat.says('no')).text, /Entry Level/);
  });

  it('shows the deadline that the configuration says, and whose rule it is', async () => {
    const other = await startAssistant({ dsptDeadline: '03-31' });
    try {
      await play(other.chat('a member of staff'), [
        START,
        SKIP,
        ['no', ['31 March 2027, 130 days left', 'The 2020 slides. Published since 2021: 30 June']],
      ]);
    } finally {
      await other.stop();
    }
  });
});
