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
            'Willowbrook Care (head office)',
            'From the report of 15 November 2026, 6 days old.',
            'By the rules of 2022, your account could be deleted at any time.',
            'de-activated on 3 December 2026',
            'NHSmail and DSPT slides, NHS England and NHS Improvement, 2020',
            '!Wilber',
          ],
        ],
        ['[What counts as use]', /log in|send/i],
      ],
    ],
    [
      'tell a person that no report names their account',
      [['is my account at risk', ['I have no report on your account', '0333 200 1133', '!@']]],
      'somebody with no account',
    ],
    [
      'show a guest nothing, whatever their address is at home',
      [['is my account at risk', ['I have no report on your account', '!grace']]],
      'a guest',
    ],
    [
      'find a person by the address that Teams gives, in capitals or not',
      [['is my account at risk', ['priya.raman@willowbrook.example', 'your account is in use.']]],
      'a colleague',
    ],
    [
      'never find a person by an address that they typed',
      [['is the account hannah.whitlock@willowbrook.example at risk', ['!de-activated from', '!Whitlock']]],
      'somebody with no account',
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
});
