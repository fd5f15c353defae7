import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import type { Who } from '../../support/people.ts';

describe('the benefits of NHSmail', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[], who?: Who][] = [
    [
      'are the nine of the slides, with their year',
      [
        [
          'what are the benefits of NHSmail',
          [
            /secure and encrypted/i,
            'audit trail',
            'Proxy Ordering',
            '9. ',
            '!10. ',
            'NHS England and NHS Improvement, 2020',
          ],
        ],
      ],
    ],
    ['can be asked for one by one', [['does nhsmail give us Microsoft Teams', ['Teams', '2020']]]],
  ];
  for (const [title, exchanges, who = 'a member of staff'] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }
});
