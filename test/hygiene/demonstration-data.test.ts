import assert from 'node:assert/strict';
import { organisationsOf } from '../../access/administrators.ts';
import { DEMONSTRATION_PEOPLE, loadDemonstration } from '../../bot/demo/demonstration-data.ts';
import { accountOfPerson } from '../../hygiene/account-of-person.ts';
import { hygieneReport } from '../../hygiene/account-report.ts';
import { addDays, dayIn } from '../../hygiene/day.ts';
import { STAGES } from '../../hygiene/stage-of.ts';
import { proposeWarnings } from '../../hygiene/warnings.ts';
import { forEachDatabase } from '../support/databases.ts';
import { DECK, NOW, RULES_2022, TODAY } from './sample-accounts.ts';

const { tenantId, administrator, staff } = DEMONSTRATION_PEOPLE;
const options = { now: NOW, ...DEMONSTRATION_PEOPLE };
const asPerson = ({ aadObjectId }: { aadObjectId: string }) => ({ tenantId, aadObjectId });
const asked = { reader: 'operator', day: TODAY, now: NOW } as const;

forEachDatabase('the demonstration', (open) => {
  it('shows every stage that its rules know', async () => {
    const database = await open();
    assert.equal(await loadDemonstration(database, options), true);
    const deck = await hygieneReport(database, { ...asked, profile: DECK });
    const rules = await hygieneReport(database, { ...asked, profile: RULES_2022 });
    assert.ok(deck.total >= 58 && deck.total <= 65, String(deck.total));
    assert.deepEqual(
      STAGES.filter((stage) => deck.counts[stage] === 0),
      ['restorable'],
    );
    assert.deepEqual(
      STAGES.filter((stage) => rules.counts[stage] === 0),
      [],
    );
    assert.deepEqual([deck.reportDate, deck.tooOld, rules.tooOld], ['2026-11-15', false, false]);
  });

  it('is loaded on a first start only', async () => {
    const database = await open();
    await loadDemonstration(database, options);
    assert.equal(await loadDemonstration(database, options), false);
  });

  it('makes one person the administrator of both organisations, and the other of none', async () => {
    const database = await open();
    await loadDemonstration(database, options);
    const codes = (await organisationsOf(database, asPerson(administrator), NOW)).map(
      ({ odsCode }) => odsCode,
    );
    assert.deepEqual(codes.sort(), ['A9X4', 'C8T2']);
    assert.deepEqual(await organisationsOf(database, asPerson(staff), NOW), []);
  });

  it('gives the member of staff 12 days', async () => {
    const database = await open();
    await loadDemonstration(database, options);
    const account = await accountOfPerson(database, staff.address, TODAY, [DECK]);
    assert.ok(account.outcome === 'found');
    assert.deepEqual([account.standing.stage, account.standing.daysLeft], ['due', 12]);
  });

  it('can warn the member of staff once they have a chat with the assistant', async () => {
    const database = await open();
    await loadDemonstration(database, options);
    const request = {
      odsCode: 'A9X4',
      administrator: asPerson(administrator),
      profile: DECK,
      day: TODAY,
      now: NOW,
    };
    const before = await proposeWarnings(database, request);
    assert.ok(before.outcome === 'proposed');
    assert.deepEqual([before.reachable, before.leftAlone.length > 0], [0, true]);
    await database.query(
      `insert into conversation (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id)
       values ('chat', $1, $2, 'personal', 'http://127.0.0.1', 'msteams', 'bot')`,
      [tenantId, staff.aadObjectId],
    );
    const after = await proposeWarnings(database, request);
    assert.ok(after.outcome === 'proposed');
    assert.deepEqual(
      after.recipients.filter(({ reachable }) => reachable).map(({ name }) => name),
      [DEMONSTRATION_PEOPLE.staff.name],
    );
  });

  it('has a report that can be acted on, whatever the day of the week, and no use after it', async () => {
    const database = await open();
    for (let later = 0; later < 7; later += 1) {
      await open();
      const now = new Date(NOW.getTime() + later * 86_400_000);
      await loadDemonstration(database, { ...options, now });
      const today = dayIn('Europe/London', now);
      const report = await hygieneReport(database, { ...asked, profile: RULES_2022, day: today });
      assert.equal(report.tooOld, false);
      assert.ok(report.reportDate && report.reportDate < today && report.reportDate >= addDays(today, -7));
      const [after] = await database.query(
        'select 1 from account join report on report_id = changed_in where last_active_on > taken_on limit 1',
      );
      assert.equal(after, undefined);
    }
  });
});
