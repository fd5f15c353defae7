import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';

describe('a turn in which something breaks', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => assistant.reset());

  it('gives calm words and a reference that is in the log', async () => {
    const { database } = assistant.services;
    const chat = assistant.chat('a member of staff');
    await chat.says('menu');
    await database.query('alter table account rename to account_elsewhere');
    try {
      const { status, text } = await chat.says('is my account at risk');
      assert.equal(status, 200);
      const reference = /this reference: ([0-9A-F]{8})\./.exec(text)?.[1];
      assert.ok(reference, text);
      const line = assistant.log.find((each) => each.includes(reference)) ?? '{}';
      assert.equal(JSON.parse(line).msg, 'turn failed');
      assert.doesNotMatch(text, /relation|account"|select/);
      const pressed = await chat.presses('Is my account at risk?');
      assert.equal(pressed.status, 200);
      assert.match(JSON.stringify(pressed.body), /this reference: [0-9A-F]{8}/);
    } finally {
      await database.query('alter table account_elsewhere rename to account');
    }
    assert.match((await chat.says('is my account at risk')).text, /3 December 2026/);
  });

  it('says what it can when the roster cannot be asked', async () => {
    const chat = assistant.chat('a colleague');
    for (const failure of ['broken', { status: 500 }, { status: 403 }] as const) {
      assistant.connector.failWith(failure, 1);
      const heard = await chat.says('is my account at risk');
      assert.match(heard.text, /I have no report on your account/, JSON.stringify(failure));
    }
    assert.match((await chat.says('is my account at risk')).text, /priya\.raman@willowbrook\.example/);
  });

  it('tells Teams that it was our fault when Teams takes no reply, whatever Teams answered', async () => {
    const chat = assistant.chat('a member of staff');
    for (const status of [400, 401, 403, 404]) {
      assistant.connector.failWith({ status });
      const heard = await chat.says('menu');
      assert.equal(heard.status, 500);
      assert.match(
        JSON.stringify(heard.body),
        /^{"error":"Something went wrong\.","reference":"[0-9A-F]{8}"}$/,
      );
    }
    assistant.connector.failWith(undefined);
    assert.match((await chat.says('menu')).text, /What I can help with/);
  });
});
