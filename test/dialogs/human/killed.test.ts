import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startInFolder } from '../password/service-in-folder.ts';
import { addTeam, CHANNEL, SAM } from './team-with-channel.ts';

const PROGRAM = fileURLToPath(new URL('./ask-and-die.ts', import.meta.url));

describe('A question, when the service is killed', function () {
  this.timeout(120_000);
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** @returns what arrives after it was started again, as text. */
  async function afterKill(when: 'asked' | 'answered') {
    const folder = mkdtempSync(join(tmpdir(), 'assistant-killed-'));
    folders.push(folder);
    const child = spawn(process.execPath, [PROGRAM, folder, when], { stdio: 'inherit' });
    const [, signal] = await once(child, 'exit');
    assert.equal(signal, 'SIGKILL');
    const service = await startInFolder(folder);
    const { connector, clock, services } = service;
    try {
      addTeam(service);
      // The stand-in for Teams has another port than before; Teams itself would not.
      await services.database.query('update conversation set service_url = $1', [connector.url]);
      for (let second = 1; second <= 5; second++) {
        await services.deliver();
        clock.forward(1000);
      }
      const [row] = await services.database.query<{ id: string }>('select ticket_id as id from ticket');
      const action = { type: 'Action.Execute', verb: 'human.take', data: { ticket: row?.id } };
      const sam = await service.chat(SAM, CHANNEL).sends({
        // Ids of activities begin at one again, in this process too.
        id: 'after-the-kill',
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action, trigger: 'manual' },
      });
      return {
        sent: connector.sent.map(({ activity }) => JSON.stringify(activity)),
        changed: connector.changed.map(({ activity }) => JSON.stringify(activity)),
        taken: sam.text,
      };
    } finally {
      await service.stop();
    }
  }
  const count = (found: string[], words: string) => found.filter((each) => each.includes(words)).length;

  it('after it was sent reaches the channel and the person once, and can be taken', async () => {
    const { sent, taken } = await afterKill('asked');
    assert.equal(count(sent, 'Question 1 (A9X4)'), 1);
    assert.equal(count(sent, 'Your question 1'), 1);
    assert.match(taken, /Sam Lee has taken it/);
  });

  it('after a helper answered brings the answer once, and both cards say so', async () => {
    const { sent, changed } = await afterKill('answered');
    assert.equal(count(sent, 'An answer to your question 1'), 1);
    assert.equal(count(sent, 'Question 1 (A9X4)'), 0, 'it was there before');
    assert.equal(count(changed, 'Sam Lee answered it'), 2);
  });
});
