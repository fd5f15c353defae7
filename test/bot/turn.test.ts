import assert from 'node:assert/strict';
import { type Assistant, type Exchange, play, startAssistant } from '../support/assistant.ts';
import type { Who } from '../support/people.ts';

describe('a turn of the main conversation', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => assistant.reset());

  const conversations: [title: string, who: Who, exchanges: Exchange[]][] = [
    [
      'tells a nurse whether she may use her own phone',
      'a member of staff',
      [
        [
          'can I use my own phone for nhsmail',
          [
            'Clause 3.1.12',
            '3.1 General responsibilities when using NHSmail',
            'you must gain explicit permission from your organisation to confirm this is acceptable use.',
            'NHSmail Acceptable Use Policy, NHS England, undated; text copied 21 November 2026',
          ],
        ],
      ],
    ],
    [
      'tells how long a password must be, and which year says so',
      'a member of staff',
      [['how long must my password be', ['At least 10 characters', 'slides', '2020']]],
    ],
    [
      'leads a manager to a stage, and says that the stages are those of 2020',
      'a member of staff',
      [
        ['what DSPT stage are we', ['Question 1 of 3', 'Which organisation']],
        ['[Skip this step]', ['Question 2 of 3', 'critical legal requirements']],
        ['[Yes]', 'Question 3 of 3'],
        [
          '[Not all of them yet]',
          [
            'Entry Level',
            'Ongoing access to NHSmail, say the 2020 slides.',
            'It ended in March 2021.',
            'Approaching Standards or above',
            'The helpdesk confirms.',
            'Complete the mandatory items',
            'https://www.dsptoolkit.nhs.uk/Account/Register',
          ],
        ],
      ],
    ],
    [
      'tells a person where their own account stands, by which rule, and what to do',
      'a member of staff',
      [
        [
          'is my account at risk',
          [
            'By the rules of 2022, your account could be deleted at any time.',
            'megan.bowen@willowbrook.example',
            'not used for 30 days is made inactive',
            'Local Administrator communication, 24 November 2022',
            'log in to the NHSmail portal',
            'Another rule (NHSmail hygiene process, 2020) gives a later day: de-activated on 3 December 2026.',
          ],
        ],
      ],
    ],
    [
      'shows an administrator their organisations by stage',
      'an administrator',
      [
        [
          'hygiene report',
          ['Willowbrook Care (head office) (A9X4)', 'Willowbrook Care at Home (C8T2)', 'Due soon'],
        ],
        ['[Willowbrook Care (head office) (A9X4): 13 due, 3 past their day, 41 accounts]', 'Send warnings'],
      ],
    ],
    [
      'shows no account to a member of staff who asks for the report, and says so kindly',
      'a member of staff',
      [
        [
          'hygiene report',
          [
            'This part is for Local Administrators',
            '!@willowbrook.example',
            '!A9X4',
            '!accounts by',
            '!Send warnings',
          ],
        ],
      ],
    ],
  ];
  for (const [title, who, exchanges] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }

  it('welcomes a person once, however often Teams tells of the installation', async () => {
    const chat = assistant.chat('a member of staff');
    const welcomed = await chat.installs();
    assert.match(welcomed.text, /NHSmail/);
    const told = await chat.sends({ type: 'conversationUpdate', membersAdded: [{ id: '28:assistant' }] });
    assert.equal(told.text, '');
    assert.equal((await chat.presses('Can I use my own phone?')).status, 200);
  });

  it('does not greet colleagues who join', async () => {
    const chat = assistant.chat('a member of staff', 'groupChat');
    const heard = await chat.sends({ type: 'conversationUpdate', membersAdded: [{ id: '29:colleague' }] });
    assert.equal(heard.text, '');
  });

  it('forgets the address of a conversation that it was taken out of', async () => {
    const chat = assistant.chat('a member of staff');
    await chat.installs();
    await chat.uninstalls();
    assert.deepEqual(await assistant.services.database.query('select 1 from conversation'), []);
  });

  it('gives every reply a line for the notification that gives nothing away', async () => {
    for (const [who, says] of [
      ['a member of staff', 'is my account at risk'],
      ['an administrator', 'hygiene report'],
    ] as const) {
      const { activities } = await assistant.chat(who).says(says);
      for (const { summary = '' } of activities) {
        assert.match(summary, /\S/);
        assert.doesNotMatch(summary, /\d|@|Willowbrook|Bowen|Wilber/);
      }
    }
  });
});
