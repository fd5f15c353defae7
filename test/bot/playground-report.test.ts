import assert from 'node:assert/strict';
import { loadConfig } from '../../bot/config.ts';
import { type Running, startService } from '../../bot/main.ts';
import { plainText } from '../../cards/plain-text.ts';
import { openChat } from '../support/chat.ts';
import { documentedLines } from '../support/documented-activity.ts';
import { startTeamsConnector, type TeamsConnector } from '../support/teams-connector.ts';

describe('a newcomer who brings a report into the playground', () => {
  let running: Running;
  let connector: TeamsConnector;
  before(async () => {
    connector = await startTeamsConnector();
    running = await startService(
      loadConfig(
        { ASSISTANT_MODE: 'playground', DATA_FOLDER: 'memory:', PORT: '0', LOG_LEVEL: 'silent' },
        {},
      ),
    );
  });
  after(async () => {
    await running?.stop();
    await connector?.stop();
  });

  it('does it by the custom activity that the documentation has', async () => {
    const chat = openChat(`http://127.0.0.1:${running.port}`, connector, 'an administrator');
    const heard = await chat.sends(JSON.parse(`{${documentedLines(running.port)}}`));
    assert.equal(heard.status, 200);
    const [card] = heard.cards;
    assert.ok(card);
    assert.match(plainText(card), /Check this report\nmailbox-report\.csv/);
    assert.match(heard.text, /New: 2\n/);
    assert.match(heard.text, /Not in the file: 2/);
    assert.match(
      heard.text,
      /2 rows cannot be used[\s\S]*31\/02\/2026[\s\S]*you do not administer this organisation/,
    );
    const [{ today } = { today: '' }] = await running.services.database.query<{ today: string }>(
      `select to_char(now() at time zone 'Europe/London', 'YYYY-MM-DD') as today`,
    );
    const used = await chat.presses('Use this report', { filledIn: { day: today, complete: 'yes' } });
    assert.match(used.text, /The report is in use[\s\S]*Gone: 2/);
  });

  it('finds the service where the documentation says', () => {
    assert.equal(loadConfig({ ASSISTANT_MODE: 'playground' }, {}).port, 3978);
  });

  it('finds no such file where the service is no playground', async () => {
    const { createHttpServer } = await import('../../bot/http/server.ts');
    const address = `http://127.0.0.1:${running.port}/demonstration/mailbox-report.csv`;
    assert.equal((await fetch(address)).status, 200);
    const server = createHttpServer(running.services);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address();
    assert.equal((await fetch(`http://127.0.0.1:${port}/demonstration/mailbox-report.csv`)).status, 404);
    server.close();
  });
});
