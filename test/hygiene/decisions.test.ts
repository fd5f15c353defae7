import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { accountOfPerson } from '../../hygiene/account-of-person.ts';
import { addDays, type Day } from '../../hygiene/day.ts';
import type { Decision } from '../../hygiene/decision.ts';
import { decide, decidedFor, undoDecision } from '../../hygiene/decisions.ts';
import { decisionsSoFar, decisionToUndo } from '../../hygiene/decisions-so-far.ts';
import { stageSql } from '../../hygiene/stage-sql.ts';
import { proposeWarnings } from '../../hygiene/warnings.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  addOrganisations,
  addPerson,
  addReport,
  DECK,
  grant,
  NOW,
  RULES_2022,
  TODAY,
  unusedFor,
} from './sample-accounts.ts';

const administrator = { tenantId: 'tenant', aadObjectId: 'alex' };
const address = 'ann@example.org';
const by = { administrator, address, day: TODAY, now: NOW };
const absent: Decision = { kind: 'absent', until: '2027-06-01', approvedBy: 'Dr Siân O’Neill-Smith' };

async function prepare(database: Database): Promise<void> {
  await addOrganisations(database);
  await addReport(database, addDays(TODAY, -3), [
    unusedFor(168, { address, displayName: 'Ann' }),
    unusedFor(168, { address: 'rota@example.org', displayName: 'Rota', leaverOn: '2026-11-01' }),
  ]);
  await grant(database, administrator, 'N1');
}

const undo = async (database: Database) => {
  const last = decisionToUndo(await decisionsSoFar(database, address, 'N1'));
  return last ? undoDecision(database, { ...by, auditId: last.auditId }) : 'nothing to undo';
};
const stageOf = async (database: Database, who: string, day: Day = TODAY) => {
  const found = await accountOfPerson(database, who, day, [DECK]);
  assert.ok(found.outcome === 'found');
  return found;
};

forEachDatabase('an administrator who decides about an account', (open) => {
  it('holds warnings for a planned absence, which ends by itself and says so', async () => {
    const database = await open();
    await prepare(database);
    assert.deepEqual(await decide(database, { ...by, decision: absent }), { outcome: 'decided' });
    const proposal = await proposeWarnings(database, { ...by, odsCode: 'N1', profile: DECK });
    assert.ok(proposal.outcome === 'nobody-to-warn');
    assert.deepEqual(proposal.leftAlone[0], {
      name: 'Ann',
      address,
      why: 'Planned absence until 1 June 2027.',
    });
    assert.match((await stageOf(database, address, '2027-06-01')).standing.why, /noted until 1 June 2027/);
    assert.match((await stageOf(database, address, '2027-06-02')).standing.why, /ended on 1 June 2027/);
  });

  it('comes before what the report says, and a new report does not change it', async () => {
    const database = await open();
    await prepare(database);
    const rota = { ...by, address: 'rota@example.org' };
    await decide(database, { ...rota, decision: { kind: 'leaver', from: '2026-11-20' } });
    await decide(database, { ...rota, decision: { kind: 'counts-as', as: 'shared' } });
    await addReport(database, TODAY, [
      unusedFor(168, { address: 'rota@example.org', leaverOn: '2026-11-01' }),
    ]);
    const { account, standing } = await stageOf(database, 'rota@example.org');
    assert.deepEqual([account.kind, account.leaverOn, standing.stage], ['shared', '2026-11-20', 'exempt']);
  });

  it('says that an account is still needed, and a leaver mark of the report no longer counts', async () => {
    const database = await open();
    await prepare(database);
    const marked = { address: 'marked@example.org', displayName: 'Marked', status: 'Active (Leaver)' };
    await addReport(database, addDays(TODAY, -3), [unusedFor(168, marked)]);
    const listed = async () => {
      const proposal = await proposeWarnings(database, { ...by, odsCode: 'N1', profile: DECK });
      assert.ok(proposal.outcome === 'proposed');
      return proposal.recipients.map(({ name }) => name);
    };
    const placed = (who: string) =>
      database.query<{ stage: string; on: Day }>(
        `select stage, happens_on as "on" from ${stageSql(RULES_2022, '$1::date')} staged where address = $2`,
        [TODAY, who],
      );
    assert.deepEqual(await listed(), ['Ann']);
    for (const who of ['rota@example.org', marked.address]) {
      await decide(database, { ...by, address: who, decision: { kind: 'needed' } });
      const found = await accountOfPerson(database, who, TODAY, [RULES_2022]);
      assert.ok(found.outcome === 'found');
      assert.doesNotMatch(found.standing.why, /leaver/);
      const { stage, happensOn } = found.standing;
      assert.deepEqual(await placed(who), [{ stage, on: happensOn }]);
    }
    assert.deepEqual((await listed()).sort(), ['Ann', 'Marked', 'Rota']);
    await addReport(database, TODAY, [unusedFor(168, { ...marked, leaverOn: TODAY })]);
    assert.ok((await listed()).includes('Marked'));
  });

  it('decides for their own organisation only: an account that moved is decided afresh', async () => {
    const database = await open();
    await prepare(database);
    await decide(database, { ...by, decision: { kind: 'counts-as', as: 'application' } });
    await database.query(`update account set ods_code = 'X1' where address = $1`, [address]);
    assert.equal((await stageOf(database, address)).account.kind, 'user');
    assert.deepEqual(await decide(database, { ...by, decision: absent }), { outcome: 'not-seen' });
  });

  it('does not keep a day that is past, none, or years away, nor an approver that is no name', async () => {
    const database = await open();
    await prepare(database);
    const refused: [Decision, string[]][] = [
      [{ ...absent, until: TODAY }, ['day-not-to-come']],
      [{ ...absent, until: '2027-02-30' }, ['no-day']],
      [{ ...absent, until: '', approvedBy: ' ' }, ['no-day', 'no-approver']],
      [{ ...absent, until: '2072-06-01' }, ['day-too-far']],
      [{ ...absent, approvedBy: 'Sam (maternity, 6 months)' }, ['approver-is-no-name']],
      [{ ...absent, approvedBy: 'Jo Smith she has cancer' }, ['approver-is-no-name']],
      [{ ...absent, approvedBy: 'Jo Smith, off sick' }, ['approver-is-no-name']],
      [{ kind: 'leaver', from: '2002-06-01' }, ['day-too-far']],
    ];
    for (const [decision, problems] of refused) {
      assert.deepEqual(await decide(database, { ...by, decision }), { outcome: 'refused', problems });
    }
    assert.deepEqual(await database.query('select 1 from account_decision'), []);
    assert.deepEqual(await database.query('select 1 from audit'), []);
  });

  it('is written down with what stood before, and by whom', async () => {
    const database = await open();
    await prepare(database);
    await addPerson(database, 'alex@example.org', { aadObjectId: 'alex' });
    await decide(database, { ...by, decision: { kind: 'needed' } });
    await decide(database, { ...by, decision: { kind: 'leaver', from: TODAY } });
    const [leaver, needed] = await decisionsSoFar(database, address, 'N1');
    assert.deepEqual([needed?.what, needed?.before], ['account.marked-needed', null]);
    assert.deepEqual([leaver?.what, leaver?.decidedBy], ['account.marked-leaver', 'alex@example.org']);
    assert.equal(leaver?.before?.stillNeededOn, TODAY);
    assert.deepEqual([leaver?.after?.leaverOn, leaver?.after?.stillNeededOn], [TODAY, null]);
  });

  it('can undo decisions one after the other, back to nothing, and decide again', async () => {
    const database = await open();
    await prepare(database);
    await decide(database, { ...by, decision: { kind: 'needed' } });
    await decide(database, { ...by, decision: absent });
    assert.deepEqual(await undo(database), { outcome: 'undone' });
    assert.deepEqual((await decidedFor(database, address, 'N1'))?.stillNeededOn, TODAY);
    await decide(database, { ...by, decision: { kind: 'leaver', from: TODAY } });
    for (let time = 0; time < 2; time++) assert.deepEqual(await undo(database), { outcome: 'undone' });
    assert.equal(await decidedFor(database, address, 'N1'), undefined);
    assert.equal(await undo(database), 'nothing to undo');
  });

  it('undoes only what they were shown as the last, and once when they press twice', async () => {
    const database = await open();
    await prepare(database);
    await decide(database, { ...by, decision: { kind: 'needed' } });
    const shown = decisionToUndo(await decisionsSoFar(database, address, 'N1'));
    await decide(database, { ...by, decision: absent });
    assert.ok(shown);
    assert.deepEqual(await undoDecision(database, { ...by, auditId: shown.auditId }), { outcome: 'expired' });
    const last = decisionToUndo(await decisionsSoFar(database, address, 'N1'));
    const auditId = last?.auditId ?? 0;
    const presses = await Promise.all(
      Array.from({ length: 4 }, () => undoDecision(database, { ...by, auditId })),
    );
    assert.deepEqual(presses.map(({ outcome }) => outcome).sort(), [
      'expired',
      'expired',
      'expired',
      'undone',
    ]);
  });

  it('has to administer the organisation at that moment', async () => {
    const database = await open();
    await prepare(database);
    await grant(database, { tenantId: 'tenant', aadObjectId: 'elsewhere' }, 'X1');
    await grant(database, { tenantId: 'tenant', aadObjectId: 'no longer' }, 'N1', NOW);
    for (const [tenantId, aadObjectId] of [
      ['tenant', 'nobody'],
      ['tenant', 'elsewhere'],
      ['tenant', 'no longer'],
      ['another', 'alex'],
    ] as const) {
      const other = { ...by, administrator: { tenantId, aadObjectId } };
      assert.deepEqual(await decide(database, { ...other, decision: absent }), { outcome: 'not-seen' });
      assert.deepEqual(await undoDecision(database, { ...other, auditId: 1 }), { outcome: 'not-seen' });
    }
    assert.deepEqual(await decide(database, { ...by, address: 'no@example.org', decision: absent }), {
      outcome: 'not-seen',
    });
    assert.deepEqual(await database.query('select 1 from audit'), []);
  });
});
