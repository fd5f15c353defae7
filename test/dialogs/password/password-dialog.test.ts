import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import type { Who } from '../../support/people.ts';

describe('questions about passwords', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[], who?: Who][] = [
    [
      'gives the rules with the year of the slides, and what was published later beside them',
      [
        [
          'how long must my password be',
          [
            'At least 10 characters. You do not need a mix of character types.',
            'Minimum length – 10 characters without requiring a mix of character types',
            'NHSmail and DSPT slides, NHS England and NHS Improvement, 2020',
            'Published later',
          ],
        ],
      ],
    ],
    [
      'sends a locked-out person to people who can help',
      [['my account is locked', [/lock/i, /Local Administrator|IT team|helpdesk/]]],
    ],
    ['tells how long a password lasts', [['how long does a password last', /365 days/]]],
    [
      'tells a person who typed a password to change it, and does not repeat it',
      [
        [
          'my password is Tulip-Bicycle-77!x why was it refused',
          [
            'Please delete your last message',
            'a password',
            'change it now at portal.nhs.net',
            '!Tulip',
            '!Bicycle',
          ],
        ],
      ],
    ],
    [
      'never takes a password, however it is offered',
      [['can I give you my password so you can log in for me', ['!type your password', /never|not/i]]],
    ],
  ];
  for (const [title, exchanges, who = 'a member of staff'] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }
});
