import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { everyCard } from '../../../cards/index.ts';
import { type Assistant, startAssistant } from '../../support/assistant.ts';
import { buttonsOf } from '../../support/buttons.ts';
import { madeUpActivity } from './made-up-activities.ts';

const HOW_MANY = 20_000;
const AT_ONCE = 8;
const SEED = 20261122;
/** Nothing of the machinery may be read by anybody. */
const INTERNAL =
  /\bat [\w.<>]+ \(|node_modules|\.ts:\d+|botbuilder|restify|SyntaxError|TypeError|JSON\.parse|relation "|pg_/;
const MEANT = [200, 400, 403, 501];

describe('20,000 made-up activities', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  it('break nothing: each gets a status that is meant, and nobody reads anything internal', async function () {
    this.timeout(300_000);
    const cards = (await everyCard()).flatMap(({ examples }) => Object.values(examples));
    const buttons = cards.flatMap(({ content }) => buttonsOf(content));
    const verbs = [...new Set(buttons.map(({ verb }) => verb))];
    const data = buttons.map((button) => button.data as Record<string, unknown>);
    assert.ok(verbs.length > 15);
    const activities = fc.sample(madeUpActivity({ verbs, data, serviceUrl: assistant.connector.url }), {
      seed: SEED,
      numRuns: HOW_MANY,
    });

    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const statuses = new Map<number, number>();
    const wrong: unknown[] = [];
    let next = 0;
    const sender = async () => {
      for (let at = next++; at < activities.length && wrong.length < 5; at = next++) {
        const activity = { id: `made-up-${at}`, ...activities[at] };
        const { status, text } = await post(agent, assistant.url, activity);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (!MEANT.includes(status) || INTERNAL.test(text))
          wrong.push({ status, text, activity: JSON.stringify(activity).slice(0, 1500) });
        if (at % 500 === 0) assistant.connector.calls.length = 0;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    agent.destroy();

    assert.deepEqual(wrong, []);
    const failed = assistant.log.filter((line) => /"turn failed"|"not written after a reply"/.test(line));
    assert.deepEqual(failed.slice(0, 3), []);
    const said = assistant.connector.sent.filter(({ activity }) => INTERNAL.test(JSON.stringify(activity)));
    assert.deepEqual(said.slice(0, 3), []);
    // They reached the dialogs: most were well formed enough to be answered.
    assert.ok((statuses.get(200) ?? 0) > HOW_MANY / 2, JSON.stringify([...statuses]));
    assert.ok(assistant.connector.sent.length > HOW_MANY / 4);
  });

  it('leave the assistant as it was: people are answered, and no warning was sent', async () => {
    const heard = await assistant.chat('a member of staff').says('how long must my password be');
    assert.match(heard.text, /At least 10 characters/);
    const owed = await assistant.services.database.query(
      `select 1 from owed_message where kind = 'inactivity-warning'`,
    );
    assert.deepEqual(owed, []);
  });
});

function post(agent: Agent, url: string, activity: unknown): Promise<{ status: number; text: string }> {
  const body = JSON.stringify(activity);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((done, fail) => {
    const call = request(`${url}/api/messages`, { agent, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
    });
    call.on('error', fail);
    call.end(body);
  });
}
