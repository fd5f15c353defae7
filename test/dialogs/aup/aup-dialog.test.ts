import assert from 'node:assert/strict';
import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import type { Who } from '../../support/people.ts';

describe('the policy in a conversation', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[], who?: Who][] = [
    [
      'shows a clause word for word, with its number, section, source and twin',
      [
        [
          'can I use my own phone for nhsmail',
          [
            'Acceptable Use Policy, clause 3.1.12 [1]',
            'In short (our words)',
            'you must gain explicit permission from your organisation',
            'undated; text copied 21 November 2026',
            'Clause 4.3.9',
            "Ask your organisation's NHSmail Local Administrator.",
          ],
        ],
      ],
    ],
    [
      'forbids chain emails in the words of the policy',
      [
        [
          'can I forward chain emails',
          ['Clause 3.2.4', 'You must not forward chain emails or other frivolous material'],
        ],
      ],
    ],
    [
      'reads the policy through, section by section, page by page, clause by clause',
      [
        [
          'show me the policy',
          ['Choose a section.', '1 Introduction', '16 clauses', '3.5 Information governance considerations'],
        ],
        ['section 3.1', ['General responsibilities', '3.1.1', '3.1.6', '!3.1.7']],
        ['section 3.3', ['3.3.1', '3.3.2', '!3.3.3']],
        ['clause 3.3.2', ['Clause 3.3.2', 'You must not use the NHS Directory to identify individuals']],
        ['4.3.10', ['Clause 4.3.10', 'General Data Protection Regulation (GDPR)']],
      ],
    ],
    [
      'goes from a clause to its neighbours by button',
      [
        ['clause 3.2.4', ['Clause 3.2.3', 'Clause 3.2.5']],
        [
          '[Clause 3.2.5: Emailing the right person]',
          'check that you are sending email to the correct recipient',
        ],
        ['[Section 3.2]', 'Responsibilities when using the NHSmail service'],
      ],
    ],
    [
      'says that there is no such clause or section, and where the policy begins and ends',
      [
        ['clause 9.9.9', ['There is no clause 9.9.9', 'from clause 2.1 to clause 4.3.10']],
        ['what does 4.3.11 say', 'There is no clause 4.3.11'],
        ['section 7', 'There is no section 7'],
        ['[Show the policy]', 'Choose a section.'],
      ],
    ],
    [
      'says when the policy does not answer, and whom to ask',
      [['how long are deleted emails kept for', [/Ask /, '!Clause']]],
    ],
  ];
  for (const [title, exchanges, who = 'a member of staff'] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }

  it('cites the clause natively as well, so that Teams can show where it comes from', async () => {
    const { activities } = await assistant.chat('a member of staff').says('can I forward chain emails');
    const [entity] = (activities[0]?.entities ?? []) as unknown as {
      citation: { appearance: Record<string, string> }[];
    }[];
    const appearance = entity?.citation[0]?.appearance;
    assert.equal(appearance?.name, 'Clause 3.2.4, NHSmail Acceptable Use Policy');
    assert.match(appearance?.abstract ?? '', /^You must not forward chain emails/);
    assert.ok((appearance?.abstract ?? '').length <= 160);
  });

  it('shows each clause word for word, whichever number a person asks for', async () => {
    const chat = assistant.chat('a member of staff');
    for (const { number, text } of assistant.services.knowledge.contents.policy.slice(1)) {
      const heard = await chat.says(`clause ${number}`);
      const plain = (words: string) => words.replace(/\s+/g, ' ');
      assert.ok(plain(heard.text).includes(plain(text)), number);
    }
  });
});
