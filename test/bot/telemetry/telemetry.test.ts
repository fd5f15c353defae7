import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Assistant, startAssistant } from '../../support/assistant.ts';
import { type OtlpReceiver, startOtlpReceiver } from '../../support/otlp-receiver.ts';

/** Every name that is declared, found where it stands. */
function instrumentNames(): string[] {
  const source = readFileSync(new URL('../../../bot/telemetry/instruments.ts', import.meta.url), 'utf8');
  return [...source.matchAll(/\.create(?:Counter|Histogram|ObservableGauge)\('([^']+)'/g)].map(
    ([, name = '']) => name,
  );
}

const SECRET = 'my password is Hunter2024x!';

describe('what a collector learns', () => {
  let receiver: OtlpReceiver;
  let assistant: Assistant;

  before(async () => {
    receiver = await startOtlpReceiver();
    const telemetry = { endpoint: receiver.url, headers: { 'x-key': 'a-key' }, traceRatio: 1 };
    assistant = await startAssistant({ telemetry });
    const staff = assistant.chat('a member of staff');
    await staff.installs();
    await staff.says('how long must my password be');
    await staff.says(SECRET);
    await staff.invents('aup.browse', { number: { toString: 1 } });
    assistant.connector.failWith({ status: 500 }, 1);
    await staff.says('can I use my own phone');
    await fetch(`${assistant.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"type":"message"}',
    });
    const administrator = assistant.chat('an administrator');
    await administrator.installs();
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    await administrator.presses('Send warnings');
    await administrator.presses('Send 2 warnings');
    // One message stays in the ledger, for tomorrow.
    await assistant.services.deliver();
    await assistant.services.database.query(
      `insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at, changed_at)
       values ('late', 'test', 't', 'p', '{}', $1, $1, $1)`,
      [new Date(assistant.clock.now().getTime() - 90_000)],
    );
    // What is left is sent when the service stops.
    await assistant.services.close();
  });
  after(async () => {
    await assistant?.stop();
    await receiver?.stop();
  });

  const sum = (metric: string, attributes: Record<string, unknown> = {}) =>
    receiver.points
      .filter((point) => point.metric === metric)
      .filter(({ attributes: own }) => Object.entries(attributes).every(([key, value]) => own[key] === value))
      .reduce((total, { value }) => total + value, 0);

  it('is how many turns there were, of which feature, and with which outcome', () => {
    assert.equal(sum('assistant.turns', { feature: 'password', outcome: 'answered', masked: false }), 1);
    assert.equal(sum('assistant.turns', { masked: true }), 1);
    assert.equal(sum('assistant.turn.duration'), sum('assistant.turns'));
    assert.equal(sum('assistant.requests.refused', { status: 400 }), 1);
  });

  it('is how many turns ended with calm words, by the code of the fault', () => {
    assert.equal(sum('assistant.turns.failed', { code: 'REPLY_NOT_TAKEN' }), 1);
    const failed = receiver.spans.filter(({ name, failed }) => name === 'turn' && failed);
    assert.deepEqual(
      failed.map(({ attributes }) => attributes['error.type']),
      ['REPLY_NOT_TAKEN'],
    );
  });

  it('is something of every instrument that there is', () => {
    const arrived = new Set(receiver.points.map(({ metric }) => metric));
    assert.deepEqual([...arrived].sort(), instrumentNames().sort());
  });

  it('is what became of each attempt to send', () => {
    assert.ok(sum('assistant.sends', { kind: 'inactivity-warning', result: 'delivered' }) >= 1);
  });

  it('is what waits in the ledger, and for how long', () => {
    assert.equal(sum('assistant.messages.waiting', { state: 'planned' }), 1);
    assert.equal(sum('assistant.messages.due'), 1);
    assert.equal(sum('assistant.messages.oldest_due'), 90);
  });

  it('is how long the database takes, and how much memory the process has', () => {
    assert.ok(sum('db.client.operation.duration', { 'db.operation.name': 'select' }) > 5);
    assert.ok(sum('db.client.operation.duration', { 'db.operation.name': 'transaction' }) > 0);
    assert.ok(sum('process.memory.usage') > 1e7);
  });

  it('is how the time of a turn was spent, step by step', () => {
    const turn = receiver.spans.find(
      ({ name, attributes }) => name === 'turn' && attributes['turn.feature'] === 'password',
    );
    assert.ok(turn);
    assert.match(String(turn.attributes['turn.reference']), /^[0-9A-F]{8}$/);
    const below = receiver.spans.filter(({ parentSpanId }) => parentSpanId === turn.spanId);
    assert.deepEqual(
      below.map(({ name }) => name).filter((name) => name.startsWith('turn.')),
      ['turn.load', 'turn.answer', 'turn.commit'],
    );
    const load = below.find(({ name }) => name === 'turn.load');
    const query = receiver.spans.find(({ parentSpanId }) => parentSpanId === load?.spanId);
    assert.equal(query?.name, 'db select');
    assert.equal(query?.traceId, turn.traceId);
  });

  it('is never what people write, who they are, or where their accounts are', () => {
    const all = receiver.requests.map(({ body }) => body).join('\n');
    assert.ok(all.length > 1000);
    const { tenantId, aadObjectId } = assistant.chat('a member of staff').person;
    for (const telltale of [
      'Hunter',
      'how long must',
      '@',
      tenantId,
      aadObjectId,
      'a:conversation',
      'A9X4',
      'from person',
    ]) {
      assert.ok(!all.includes(telltale), telltale);
    }
  });

  it('comes with the key that the collector asks for', () => {
    assert.ok(receiver.requests.length > 0);
    for (const { headers } of receiver.requests) assert.equal(headers['x-key'], 'a-key');
  });
});

describe('a collector that does not take anything', () => {
  it('changes nothing for people, and the log says so once, without its address', async () => {
    const receiver = await startOtlpReceiver();
    receiver.answerWith(403);
    const telemetry = { endpoint: receiver.url, headers: {}, traceRatio: 1 };
    const assistant = await startAssistant({ telemetry });
    const heard = await assistant.chat('a member of staff').says('how long must my password be');
    assert.match(heard.text, /At least 10 characters/);
    await assistant.services.close();
    const lines = assistant.log.filter((line) => line.includes('telemetry not taken'));
    assert.equal(lines.length, 1);
    assert.ok(!assistant.log.join().includes(receiver.url));
    await assistant.stop();
    await receiver.stop();
  });
});
