import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';

describe('a text that nobody expects', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => assistant.reset());

  const texts: [title: string, text: string][] = [
    ['20,000 characters', 'a'.repeat(20_000)],
    ['20,000 characters of questions', 'can I forward chain emails? '.repeat(720)],
    ['20,000 brackets', '(['.repeat(10_000)],
    ['nothing', ''],
    ['only spaces', ' \n\t\u00a0 '],
    ['only what cannot be seen', '\u200b\u200e\u202e\ufeff'],
    ['emoji', '🙂🤷🏽‍♀️👩‍⚕️'],
    ['another direction of writing', '\u202eهل يمكنني استخدام هاتفي الخاص\u202c'],
    ['half a character', 'phone \ud83d'],
    ['a zero character', 'can I forward\u0000 chain emails'],
    ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what a person types.
    ['a template', '${$root.secret} {{constructor}} %s'],
    ['a query', "'; drop table account; --"],
  ];
  for (const [title, text] of texts) {
    it(`answers ${title} calmly, and remembers where it was`, async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says('what DSPT stage are we');
      await chat.says('skip');
      const heard = await chat.says(text);
      assert.equal(heard.status, 200);
      assert.ok(heard.text.length > 0);
      assert.doesNotMatch(heard.text, /something went wrong/);
      assert.match((await chat.says('yes')).text, /Question 3 of 3/);
    });
  }

  it('reads through characters that cannot be seen', async () => {
    const heard = await assistant.chat('a member of staff').says('can I for\u200bward chain e\u200dmails');
    assert.match(heard.text, /3\.2\.4/);
  });
});
