import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Assistant, startAssistant } from '../../support/assistant.ts';

const HOW_MANY = 100;
/** A shorter one, such as a PIN, stands in a time or an id by chance. */
const SHORTEST = 6;

/** Messages as people type them, each with what has to be hidden in it. */
const messages = readFileSync(new URL('../guard/messages.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([, , secrets = '', message = '']) => ({
    message,
    secrets: secrets.split('|').map((each) => each.trim()),
  }))
  .filter(({ secrets }) => secrets.every((secret) => secret.length >= SHORTEST))
  .slice(0, HOW_MANY);

describe('a hundred people who type a secret', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  it('leave it nowhere: not in the database, the log or a reply', async () => {
    assert.equal(messages.length, HOW_MANY);
    const chat = assistant.chat('a member of staff');
    const replies: string[] = [];
    for (const { message } of messages) {
      const heard = await chat.says(message);
      assert.equal(heard.status, 200);
      replies.push(JSON.stringify(heard.activities));
    }
    await assistant.services.settled();
    const places = {
      database: await assistant.dump(),
      log: assistant.log.join('\n'),
      replies: replies.join('\n') + JSON.stringify(assistant.connector.sent),
    };
    for (const [place, text] of Object.entries(places)) {
      const found = messages.flatMap(({ secrets }) => secrets).filter((secret) => text.includes(secret));
      assert.deepEqual(found, [], `in the ${place}`);
    }
  });
});
