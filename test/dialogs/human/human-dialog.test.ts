import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import type { Who } from '../../support/people.ts';

describe('asking for a person', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[], who?: Who][] = [
    [
      'gives the people nearest first, and the helpdesk of the slides',
      [
        [
          'I want to speak to a person',
          [
            'Your organisation has no channel for questions here',
            'you have no Local Administrator. Ask the owner of your shared mailbox first.',
            '0333 200 1133',
            'helpdesk@nhs.net',
            '24 hours a day, 365 days a year',
            'NHS England and NHS Improvement, 2020',
            'Never tell anyone your password, and never write it here.',
          ],
        ],
      ],
    ],
    [
      'names the Local Administrator to somebody whose organisation is not known',
      [
        [
          'I want to speak to a person',
          [
            'I do not know which organisation you belong to',
            "Ask your organisation's NHSmail Local Administrator.",
            '0333 200 1133',
          ],
        ],
      ],
      'somebody with no account',
    ],
    [
      'is one press away from an answer',
      [
        ['can I forward chain emails', 'Ask a person'],
        ['[Ask a person]', '0333 200 1133'],
      ],
    ],
    [
      'is one press away when nothing was found',
      [
        ['clause 9.9.9', 'There is no clause'],
        ['can a human help me instead', '0333 200 1133'],
      ],
    ],
  ];
  for (const [title, exchanges, who = 'a member of staff'] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }
});
