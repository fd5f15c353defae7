import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { addDays } from '../../hygiene/day.ts';
import { cancelSend, confirmSend, proposeWarnings } from '../../hygiene/warnings.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  addOrganisations,
  addPerson,
  addReport,
  DECK,
  grant,
  NOW,
  RULES_2022,
  sampleAccount,
  TODAY,
  unusedFor,
} from './sample-accounts.ts';

const HOUR = 60 * 60_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const administrator = { tenantId: 'tenant', aadObjectId: 'alex' };
const request = { odsCode: 'N1', administrator, profile: DECK, day: TODAY, now: NOW };

/** Two people are due: Ann has a chat with the assistant, Bob has not. */
async function prepare(database: Database, reportAge = 6): Promise<void> {
  await addOrganisations(database);
  await addReport(database, addDays(TODAY, -reportAge), [
    unusedFor(168, { address: 'ann@example.org', displayName: 'Ann' }),
    unusedFor(170, { address: 'bob@example.org', displayName: 'Bob' }),
    unusedFor(20, { address: 'cat@example.org', displayName: 'Cat' }),
  ]);
  await addPerson(database, 'Ann@example.org', { aadObjectId: 'ann' });
  await addPerson(database, 'bob@example.org', { aadObjectId: 'bob', scope: 'none' });
  await grant(database, administrator, 'N1');
}

async function proposed(database: Database): Promise<string> {
  const proposal = await proposeWarnings(database, request);
  assert.ok(proposal.outcome === 'proposed', proposal.outcome);
  return proposal.sendId;
}

interface Owed {
  aadObjectId: string;
  reasonKey: string;
  content: Record<string, unknown>;
}
const owed = (database: Database) =>
  database.query<Owed>(
    `select aad_object_id as "aadObjectId", reason_key as "reasonKey", content from owed_message order by owed_id`,
  );

forEachDatabase('warnings', (open) => {
  it('are shown first: who, why, and who cannot be reached', async () => {
    const database = await open();
    await prepare(database);
    const proposal = await proposeWarnings(database, request);
    assert.ok(proposal.outcome === 'proposed');
    assert.deepEqual(
      proposal.recipients.map(({ name, address, reachable }) => [name, address, reachable]),
      [
        ['Bob', 'bob@example.org', false],
        ['Ann', 'ann@example.org', true],
      ],
    );
    assert.match(proposal.recipients[1]?.why ?? '', /last used on 6 June 2026/);
    assert.deepEqual([proposal.reachable, proposal.unreachable], [1, 1]);
    assert.equal(proposal.reportDate, addDays(TODAY, -6));
    assert.deepEqual(await owed(database), []);
  });

  it('reach nobody by a guest, another tenant, a channel or an address of somebody else', async () => {
    const database = await open();
    await addOrganisations(database);
    const names = ['guest', 'tenant', 'channel', 'other'];
    await addReport(
      database,
      TODAY,
      names.map((name) => unusedFor(168, { address: `${name}@example.org` })),
    );
    await addPerson(database, 'guest@example.org', { isGuest: true });
    await addPerson(database, 'tenant@example.org', { tenantId: 'another' });
    await addPerson(database, 'channel@example.org', { scope: 'channel' });
    await addPerson(database, 'mother@example.org');
    await grant(database, administrator, 'N1');
    const proposal = await proposeWarnings(database, request);
    assert.ok(proposal.outcome === 'proposed');
    assert.deepEqual([proposal.reachable, proposal.unreachable], [0, 4]);
    assert.deepEqual(await confirmSend(database, { sendId: proposal.sendId, administrator, now: NOW }), {
      outcome: 'confirmed',
      count: 0,
    });
  });

  it('leave alone people who are away or leaving, and accounts that are not a person', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [
      unusedFor(168, { address: 'away@example.org', displayName: 'Away', absentUntil: addDays(TODAY, 9) }),
      unusedFor(168, { address: 'leaver@example.org', displayName: 'Leaver', leaverOn: addDays(TODAY, -1) }),
      unusedFor(168, { address: 'marked@example.org', displayName: 'Marked', status: 'Active (Leaver)' }),
      unusedFor(168, { address: 'rota@example.org', kind: 'shared' }),
      sampleAccount({ address: 'unknown@example.org' }),
    ]);
    await grant(database, administrator, 'N1');
    const proposal = await proposeWarnings(database, request);
    assert.ok(proposal.outcome === 'nobody-to-warn');
    assert.deepEqual(
      proposal.leftAlone.map(({ name, why }) => [name, why]),
      [
        ['Away', 'Planned absence until 30 November 2026.'],
        ['Leaver', 'Marked as a leaver.'],
        ['Marked', 'Marked as a leaver.'],
      ],
    );
  });

  it('are owed once an administrator has said yes, with all that the card says', async () => {
    const database = await open();
    await prepare(database);
    const sendId = await proposed(database);
    const outcome = await confirmSend(database, { sendId, administrator, now: later(HOUR - 1) });
    assert.deepEqual(outcome, { outcome: 'confirmed', count: 1 });
    const [message, ...others] = await owed(database);
    assert.deepEqual(others, []);
    assert.equal(message?.aadObjectId, 'ann');
    assert.equal(message?.reasonKey, 'inactivity-warning:deck-2020:ann@example.org:2026-12-03:14');
    const { headline, daysLeft, profile, ruleSource, doNow, ask } = message?.content ?? {};
    assert.equal(headline, 'Your NHSmail account could be de-activated on 3 December 2026');
    assert.deepEqual([daysLeft, profile], [12, 'deck-2020']);
    assert.match(String(ruleSource), /2020/);
    assert.ok(Array.isArray(doNow) && doNow.length > 0 && !doNow.includes(ask));
  });

  it('are sent once when an administrator says yes twice', async () => {
    const database = await open();
    await prepare(database);
    const sendId = await proposed(database);
    const decision = { sendId, administrator, now: NOW };
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => confirmSend(database, decision)));
    assert.equal(outcomes.filter(({ outcome }) => outcome === 'confirmed').length, 1);
    assert.equal(outcomes.filter(({ outcome }) => outcome === 'already-confirmed').length, 5);
    assert.equal((await owed(database)).length, 1);
  });

  it('are owed once for the same warning point, in another send too', async () => {
    const database = await open();
    await prepare(database);
    const first = await proposed(database);
    const second = await proposed(database);
    await confirmSend(database, { sendId: first, administrator, now: NOW });
    assert.deepEqual(await confirmSend(database, { sendId: second, administrator, now: NOW }), {
      outcome: 'confirmed',
      count: 0,
    });
    const third = await proposeWarnings(database, request);
    assert.ok(third.outcome === 'proposed');
    assert.deepEqual(
      third.recipients.map(({ name }) => name),
      ['Bob'],
    );
    assert.match(third.leftAlone.find(({ name }) => name === 'Ann')?.why ?? '', /already sent/);
  });

  it('are owed again at the next warning point', async () => {
    const database = await open();
    await prepare(database);
    await confirmSend(database, { sendId: await proposed(database), administrator, now: NOW });
    const proposal = await proposeWarnings(database, { ...request, day: addDays(TODAY, 6) });
    assert.ok(proposal.outcome === 'proposed');
    assert.equal(proposal.reachable, 1);
  });

  it('are refused to a person who does not administer the organisation', async () => {
    const database = await open();
    await prepare(database);
    const stranger = { tenantId: 'tenant', aadObjectId: 'ann' };
    for (const who of [stranger, { ...administrator, tenantId: 'another' }]) {
      assert.deepEqual(await proposeWarnings(database, { ...request, administrator: who }), {
        outcome: 'not-administrator',
      });
    }
    assert.equal(
      (await proposeWarnings(database, { ...request, odsCode: 'X1' })).outcome,
      'not-administrator',
    );
  });

  it('cannot be confirmed or cancelled by anybody else, nor by a made-up id', async () => {
    const database = await open();
    await prepare(database);
    const colleague = { tenantId: 'tenant', aadObjectId: 'colleague' };
    await grant(database, colleague, 'N1');
    const sendId = await proposed(database);
    for (const decision of [
      { sendId, administrator: colleague, now: NOW },
      { sendId: '00000000-0000-4000-8000-000000000000', administrator, now: NOW },
      { sendId: "x' or true --", administrator, now: NOW },
    ]) {
      assert.deepEqual(await confirmSend(database, decision), { outcome: 'not-yours' });
      assert.deepEqual(await cancelSend(database, decision), { outcome: 'not-yours' });
    }
    assert.deepEqual(await owed(database), []);
  });

  it('cannot be confirmed by a person who has stopped being administrator since', async () => {
    const database = await open();
    await prepare(database);
    const sendId = await proposed(database);
    await database.query('update administrator set expires_at = $1', [later(1000)]);
    assert.deepEqual(await confirmSend(database, { sendId, administrator, now: later(1000) }), {
      outcome: 'not-yours',
    });
  });

  it('expire after an hour', async () => {
    const database = await open();
    await prepare(database);
    const sendId = await proposed(database);
    assert.deepEqual(await confirmSend(database, { sendId, administrator, now: later(HOUR) }), {
      outcome: 'expired',
    });
    assert.deepEqual(await owed(database), []);
  });

  it('expire when a newer report has come since', async () => {
    const database = await open();
    await prepare(database);
    const sendId = await proposed(database);
    await addReport(database, TODAY, [unusedFor(1, { address: 'ann@example.org' })]);
    assert.deepEqual(await confirmSend(database, { sendId, administrator, now: NOW }), {
      outcome: 'expired',
    });
  });

  it('cannot be confirmed once they are cancelled, nor cancelled once they are confirmed', async () => {
    const database = await open();
    await prepare(database);
    const first = { sendId: await proposed(database), administrator, now: NOW };
    assert.deepEqual(await cancelSend(database, first), { outcome: 'cancelled' });
    assert.deepEqual(await confirmSend(database, first), { outcome: 'cancelled' });
    const second = { sendId: await proposed(database), administrator, now: NOW };
    await confirmSend(database, second);
    assert.deepEqual(await cancelSend(database, second), { outcome: 'already-confirmed' });
  });

  it('are refused when the report is too old, or from a day to come, or there is none', async () => {
    const database = await open();
    await prepare(database, 15);
    assert.deepEqual(await proposeWarnings(database, request), {
      outcome: 'report-too-old',
      reportDate: addDays(TODAY, -15),
      ageInDays: 15,
      maxAgeDays: 14,
      tooOld: true,
    });
    const onTheDay = await proposeWarnings(database, { ...request, day: addDays(TODAY, -1) });
    assert.equal(onTheDay.outcome, 'proposed');
    const early = await proposeWarnings(database, {
      ...request,
      profile: RULES_2022,
      day: addDays(TODAY, -16),
    });
    assert.equal(early.outcome, 'report-too-old');
    await grant(database, administrator, 'X1');
    assert.deepEqual(await proposeWarnings(database, { ...request, odsCode: 'X1' }), {
      outcome: 'no-report',
    });
  });
});
