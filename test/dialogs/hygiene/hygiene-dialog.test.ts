import assert from 'node:assert/strict';
import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import type { Who } from '../../support/people.ts';

describe('questions about inactive accounts', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[], who?: Who][] = [
    [
      'tell a person where their own account stands',
      [
        [
          'is my account at risk',
          [
            'Your account could be de-activated on 3 December 2026 if you do not use it.',
            'Willowbrook Care (head office)',
            'From the report of 15 November 2026, 6 days old.',
            'de-activate all National Administration Service (NAS) email accounts inactive for the last 180 days',
            'gives an earlier day: deleted on 5 August 2026',
            '!Wilber',
          ],
        ],
        ['[What counts as use]', /log in|send/i],
      ],
    ],
    [
      'tell a person that no report names their account',
      [['is my account at risk', ['I have no report on your account', '!@']]],
      'somebody with no account',
    ],
    [
      'show a guest nothing, whatever their address is at home',
      [['is my account at risk', ['I have no report on your account', '!grace']]],
      'a guest',
    ],
    [
      'find a person by the address that Teams gives, in capitals or not',
      [['is my account at risk', ['priya.raman@willowbrook.example', 'Your account is in use.']]],
      'a colleague',
    ],
    [
      'never find a person by an address that they typed',
      [['is the account hannah.whitlock@willowbrook.example at risk', ['!de-activated from', '!Whitlock']]],
      'somebody with no account',
    ],
    [
      'show an administrator the stages and the accounts due soonest',
      [
        [
          'hygiene report',
          [
            'Willowbrook Care (head office) (A9X4)',
            '41 accounts',
            'Due soon 13',
            'Past its day 3',
            'Exempt 4',
            'Patrick Donnelly',
            '22 November 2026, 1 day left',
            'Willowbrook Care at Home (C8T2)',
            '21 accounts',
            'NHSmail hygiene process, 2020',
          ],
        ],
      ],
      'an administrator',
    ],
    [
      'tell a person kindly that the report is for administrators',
      [
        [
          'hygiene report',
          ['This part is for Local Administrators', 'You can still check your own account.', '!A9X4', '!@'],
        ],
        ['[Check my own account]', '3 December 2026'],
      ],
    ],
    [
      'are answered from the slides, with their year',
      [['how many days until an inactive account is removed', ['180', '2020']]],
    ],
    ['say that shared mailboxes are not cleansed', [['are shared mailboxes deleted too', /not/i]]],
  ];
  for (const [title, exchanges, who = 'a member of staff'] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }

  it('asks the roster once, and remembers', async () => {
    await assistant.reset();
    const chat = assistant.chat('a colleague');
    assistant.connector.calls.length = 0;
    for (let time = 0; time < 3; time++) await chat.says('is my account at risk');
    assert.equal(assistant.connector.calls.filter((call) => call === 'GET member').length, 1);
  });

  it('says that a report is too old to act on, and offers no warnings', async () => {
    await assistant.reset();
    await assistant.services.database.query('update report set taken_on = taken_on - 60');
    const { text } = await assistant.chat('an administrator').says('hygiene report');
    assert.match(text, /too old/);
    assert.doesNotMatch(text, /^Send warnings$/m);
  });
});
