import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';
import type { Failure } from '../../support/teams-connector.ts';
import { oweToMany } from '../delivery-loop/owed-to-many.ts';

describe('an operator who reads the log while messages go out', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(() => assistant.reset());
  after(() => assistant?.stop());

  /** One message to one person. @returns what the log says of it. */
  async function send(failure?: Failure, times = 1): Promise<unknown[]> {
    const { services, connector, clock, log } = assistant;
    await oweToMany(services.database, { count: 1, url: connector.url, now: clock.now() });
    if (failure) connector.failWith(failure, times);
    await services.deliver();
    return log
      .filter((line) => line.includes('send not taken'))
      .map((line) => {
        const { level, kind, attempt, result, status } = JSON.parse(line);
        return { level, kind, attempt, result, status };
      });
  }

  it('learns of each attempt that Teams did not take, by its kind and status', async () => {
    const warned = { level: 40, kind: 'dspt-reminder', attempt: 1 };
    assert.deepEqual(await send({ status: 429 }), [{ ...warned, result: 'throttled', status: 429 }]);
  });

  it('learns that the sign-in is not accepted', async () => {
    const [line] = await send({ status: 401 });
    assert.deepEqual(line, {
      level: 40,
      kind: 'dspt-reminder',
      attempt: 1,
      result: 'throttled',
      status: 401,
    });
  });

  it('reads nothing of it when all is well, or a person has removed the assistant', async () => {
    assert.deepEqual(await send(), []);
    await assistant.reset();
    assert.deepEqual(await send({ status: 403, code: 'BotNotInConversationRoster' }), []);
  });

  it('never reads to whom it went', async () => {
    await send({ status: 500 });
    const lines = assistant.log.filter((line) => line.includes('send not taken')).join();
    assert.ok(lines.length > 0);
    assert.doesNotMatch(lines, /person-1|a:1|29:1/);
  });
});
