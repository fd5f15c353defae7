import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assistant, startAssistant } from '../../support/assistant.ts';
import { startOneDrive } from '../../support/one-drive.ts';

const TRICKS = [
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/api/messages/../../bot/main.ts',
  '/healthz/..%5c..%5cpackage.json',
  '//etc/passwd',
  '/api/messages%00.json',
  '/.env',
];

describe('a path that is made to lead somewhere else', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(() => assistant.reset());
  after(() => assistant?.stop());

  /** As it stands: a client would tidy it up. */
  function get(path: string): Promise<string> {
    const { hostname, port } = new URL(assistant.url);
    return new Promise((done, fail) => {
      const socket = connect(Number(port), hostname, () => {
        socket.end(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
      });
      let answer = '';
      socket.on('data', (part) => {
        answer += part;
      });
      socket.once('end', () => done(answer)).once('error', fail);
    });
  }

  for (const path of TRICKS) {
    it(`opens no file for ${path}`, async () => {
      const answer = await get(path);
      assert.match(answer, /^HTTP\/1\.1 40[045] /);
      assert.doesNotMatch(answer, /root:|dependencies|import |MICROSOFT_APP/);
    });
  }

  const chats = [
    '../../v3/attachments',
    '..%2f..%2fv3',
    'a:1/activities/../../x',
    'a:1?x=1#y',
    'a:1\\..\\..',
  ];
  for (const id of chats) {
    it(`reaches no other address of Teams by a chat called ${id}`, async () => {
      const chat = assistant.chat('a member of staff');
      const conversation = { id, conversationType: 'personal', tenantId: chat.person.tenantId };
      const { status } = await chat.sends({ type: 'message', text: 'menu', conversation });
      assert.equal(status, 200);
      assert.deepEqual(
        assistant.connector.sent.map(({ conversationId }) => conversationId),
        [id],
      );
    });
  }

  it('writes no file of this machine when Teams names a file that way', async () => {
    const oneDrive = await startOneDrive();
    const target = join(tmpdir(), `assistant-${randomUUID()}.csv`);
    const chat = assistant.chat('an administrator');
    await chat.says('hygiene report');
    const offered = await chat.presses('Export');
    const [offer] = offered.activities.flatMap(({ attachments }) => attachments ?? []);
    assert.ok(offer, 'a file is offered');
    const { acceptContext } = offer.content as { acceptContext: object };
    const place = oneDrive.place('accounts.csv');
    const uploadInfo = { ...place, name: `../../../../../../../..${target}`, fileType: '../csv' };
    const { status } = await chat.sends({
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', action: 'accept', context: acceptContext, uploadInfo },
    });
    assert.equal(status, 200);
    assert.ok(oneDrive.file(place), 'the file went to where the person keeps theirs');
    assert.equal(existsSync(target), false);
    await oneDrive.stop();
  });

  for (const id of ['.', '..']) {
    it(`takes no message from a chat called ${id}`, async () => {
      const chat = assistant.chat('a member of staff');
      const conversation = { id, conversationType: 'personal', tenantId: chat.person.tenantId };
      assert.equal((await chat.sends({ type: 'message', text: 'menu', conversation })).status, 400);
      assert.deepEqual(assistant.connector.sent, []);
    });
  }
});
