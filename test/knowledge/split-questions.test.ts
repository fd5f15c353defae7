import assert from 'node:assert/strict';
import { sharedKnowledge } from '../support/assistant.ts';

/** What a message asks for, by the ids of the entries. */
function asked(message: string): string[] | undefined {
  return sharedKnowledge()
    .split(message)
    ?.map(({ understanding }) =>
      understanding.outcome === 'answered'
        ? understanding.entry.id
        : (understanding.outcome === 'not-covered' && understanding.gap?.id) || '',
    );
}

describe('a message that asks two things', () => {
  const TWO: [message: string, entries: string[]][] = [
    ['my password expired and do we need the toolkit', ['password/expired', 'aup/3.1.14']],
    ['how long must my password be and can i use my own phone', ['password/minimum-length', 'aup/3.1.12']],
    ['when is the dspt deadline? also is my account at risk', ['dspt/deadline', 'hygiene/my-account']],
    ['can i use whatsapp and when does the dspt have to be in', ['gaps/whatsapp', 'dspt/deadline']],
    ['can i forward chain emails and can i use my own phone for nhsmail', ['aup/3.2.4', 'aup/3.1.12']],
  ];
  for (const [message, entries] of TWO) {
    it(`is parted: ${message}`, () => assert.deepEqual(asked(message), entries));
  }

  const ONE = [
    'do i need a capital letter and a number in my password',
    'am i allowed to use my own phone and laptop',
    'my account was deleted, can it be restored',
    "I've forgotten my password, what do I do?",
    'is it ok to email patients and their families',
    'Data Security and Protection Toolkit',
    'hello and thank you',
    '',
  ];
  for (const message of ONE) {
    it(`is one question: ${message}`, () => assert.equal(asked(message), undefined));
  }

  it('is hardly ever seen in what was written to ask one thing', () => {
    const { phrasings } = sharedKnowledge().contents;
    const parted = phrasings.filter(({ text }) => asked(text));
    assert.ok(parted.length < phrasings.length / 1000, `${parted.length} of ${phrasings.length}`);
  });
});
