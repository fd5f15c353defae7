import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setImmediate as immediate } from 'node:timers/promises';
import { CLAIM_LASTS_MS } from '../../delivery/claim.ts';
import { DOCUMENTED_LIMITS } from '../../delivery/conversation-limits.ts';
import type { Database } from '../../delivery/database.ts';
import { deliverDue } from '../../delivery/deliver.ts';
import type { Addressed, SendResult } from '../../delivery/sender.ts';
import { seededRandom } from '../support/connector/faults.ts';
import { forEachDatabase } from '../support/databases.ts';
import { giveChats, type HandClock, handClock, START } from './sample-delivery.ts';

const CRASHES = 100;
const SEED = 20261121;
const MESSAGES = 8;

/** What a row may become, from each state. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  planned: ['sending'],
  sending: ['sent', 'retrying', 'ambiguous', 'failed', 'planned'],
  retrying: ['sending'],
  ambiguous: ['sending', 'sent'],
  failed: [],
  sent: [],
};

/** The process ends at this step: from then on nothing of it happens, and nothing that it waits for comes. */
function createCrash(atStep: number) {
  let steps = 0;
  let isOver = () => {};
  const crashed = new Promise<void>((done) => {
    isOver = done;
  });
  const never = new Promise<never>(() => {});
  /** What is asked of the outside has two moments to crash at: before it happens, and before its answer is here. */
  async function step<T>(ask: () => Promise<T>): Promise<T> {
    if (++steps >= atStep) {
      isOver();
      return never;
    }
    const answer = await ask();
    if (++steps >= atStep) {
      isOver();
      return never;
    }
    return answer;
  }
  return { step, crashed, isDead: () => steps >= atStep, steps: () => steps };
}

type Crash = ReturnType<typeof createCrash>;

/** A connection that a dead process leaves open is closed by its end: the transaction is rolled back. */
function overConnection(database: Database, { step, isDead }: Crash): Database {
  return {
    query: (sql, parameters) => step(() => database.query(sql, parameters)),
    transaction: (work) =>
      step(() =>
        database.transaction(async (transaction) => {
          const result = await work(transaction);
          if (isDead()) throw new Error('The connection was closed.');
          return result;
        }),
      ),
  };
}

/** Teams, on whose side nothing is lost: it remembers each message that arrived, by the person. */
function createTeams(random: () => number) {
  const arrived = new Map<string, string[]>();
  const asked = new Map<number, number>();
  return {
    arrived,
    asked,
    async send({ owedId, attempt, aadObjectId }: Addressed): Promise<SendResult> {
      asked.set(owedId, (asked.get(owedId) ?? 0) + 1);
      const chance = random();
      if (aadObjectId.endsWith('/3'))
        return { kind: 'refused', status: 403, reason: 'Blocked.', closes: true };
      if (chance < 0.1) return { kind: 'throttled', status: 412 };
      if (chance < 0.15) return { kind: 'unsure', status: 502, reason: 'Teams answered 502' };
      const activityId = `activity-${owedId}-${attempt}`;
      arrived.set(aadObjectId, [...(arrived.get(aadObjectId) ?? []), activityId]);
      if (chance < 0.2) return { kind: 'unsure', status: 504, reason: 'Teams answered 504' };
      return { kind: 'delivered', activityId };
    },
  };
}

function deliverOver(
  database: Database,
  teams: Pick<ReturnType<typeof createTeams>, 'send'>,
  clock: HandClock,
) {
  return deliverDue({
    database,
    sender: teams,
    clock: clock.now,
    wait: async (ms) => {
      await immediate();
      clock.forward(ms);
    },
    random: () => 0.5,
    replica: randomUUID(),
    perSecond: 10,
    limits: DOCUMENTED_LIMITS,
  });
}

interface Row {
  owedId: number;
  person: string;
  state: string;
  attempts: number;
  activityId: string | null;
  failure: string | null;
  mayRepeat: boolean;
  history: string[];
}

/** Each crash has a tenant of its own. */
async function oweIn(database: Database, tenantId: string): Promise<void> {
  await database.query(
    `with owed as (
       insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at, changed_at)
       select $1 || '/' || nth, 'test', $1, $1 || '/' || nth, '{}', $2::timestamptz, $2::timestamptz, $2::timestamptz
       from generate_series(1, $3::int) as nth returning owed_id)
     insert into owed_message_change (owed_id, at, state) select owed_id, $2::timestamptz, 'planned' from owed`,
    [tenantId, START, MESSAGES],
  );
  await giveChats(database);
}

/** @returns how many messages are not settled. */
async function expectInvariants(
  database: Database,
  tenantId: string,
  teams: ReturnType<typeof createTeams>,
): Promise<number> {
  const rows = await database.query<Row>(
    `select owed_id as "owedId", aad_object_id as person, state, attempts, activity_id as "activityId", failure,
       was_ambiguous as "mayRepeat",
       array(select state from owed_message_change as change
         where change.owed_id = owed_message.owed_id order by change_id) as history
     from owed_message where tenant_id = $1`,
    [tenantId],
  );
  assert.equal(rows.length, MESSAGES);
  for (const row of rows) {
    const told = JSON.stringify(row);
    const arrived = teams.arrived.get(row.person) ?? [];
    const asked = teams.asked.get(row.owedId) ?? 0;
    assert.ok(row.attempts <= 5 && asked <= row.attempts, told);
    assert.equal(row.history.at(-1), row.state, told);
    assert.equal(row.history[0], 'planned', told);
    for (const [at, state] of row.history.entries()) {
      const before = row.history[at - 1];
      if (before) assert.ok(FOLLOWS[before]?.includes(state), told);
    }
    if (row.state === 'sent') assert.ok(arrived.includes(row.activityId ?? ''), told);
    else assert.equal(row.activityId, null, told);
    if (arrived.length > 1) assert.ok(row.mayRepeat, told);
    if (row.state === 'failed') assert.ok(row.failure, told);
    if (row.state === 'failed' && arrived.length > 0) assert.ok(row.mayRepeat, told);
  }
  return rows.filter(({ state }) => state !== 'sent' && state !== 'failed').length;
}

/**
 * What had been handed to the database before it died still happens. Until then its rows are locked, and passed over:
 * on a busy machine that can take longer than everything that follows.
 */
async function lastWordsAreHeard(database: Database): Promise<void> {
  const others = `select 1 from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend' and state in ('active', 'idle in transaction')`;
  for (let turn = 0; turn < 3; turn++) await database.query('select 1');
  while ((await database.query(others)).length > 0) await immediate();
}

/** A sends until it crashes; B finds what A left, and does the rest. @returns how many steps A had taken. */
async function crashAt(database: Database, tenantId: string, step: number, random: () => number) {
  const teams = createTeams(random);
  const clock = handClock();
  await oweIn(database, tenantId);
  const crash = createCrash(step);
  const sending = deliverOver(
    overConnection(database, crash),
    { send: (message) => crash.step(() => teams.send(message)) },
    clock,
  );
  await Promise.race([sending, crash.crashed]);
  await lastWordsAreHeard(database);
  let open = await expectInvariants(database, tenantId, teams);
  for (let round = 0; open > 0 && round < 10; round++) {
    clock.forward(CLAIM_LASTS_MS);
    await deliverOver(database, teams, clock);
    open = await expectInvariants(database, tenantId, teams);
    clock.forward(60_000);
  }
  assert.equal(open, 0);
  return crash.steps();
}

forEachDatabase('a replica that ends at any moment', (open) => {
  it(`leaves a ledger that another one can finish: no message is lost, none is sent twice unmarked (${CRASHES} moments)`, async function () {
    this.timeout(120_000);
    const database = await open();
    const random = seededRandom(SEED);
    const whole = await crashAt(database, 'no crash', Number.POSITIVE_INFINITY, random);
    assert.ok(whole > 30, `the send takes ${whole} steps`);
    for (let nth = 0; nth < CRASHES; nth++) {
      await crashAt(database, `crash ${nth}`, 1 + Math.floor(random() * whole), random);
    }
  });
});
