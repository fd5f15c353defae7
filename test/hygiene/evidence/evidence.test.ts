import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { recordAudit } from '../../../access/audit.ts';
import type { Database } from '../../../delivery/database.ts';
import { momentIn } from '../../../delivery/moment-in.ts';
import { type EvidenceEvent, evidence, evidenceCounts } from '../../../hygiene/evidence/evidence.ts';
import { evidenceCsv } from '../../../hygiene/evidence/evidence-csv.ts';
import { evidencePage } from '../../../hygiene/evidence/evidence-page.ts';
import { loadProfiles } from '../../../hygiene/lifecycle-profile.ts';
import { forEachDatabase } from '../../support/databases.ts';

const timeZone = 'Europe/London';
const between = (from: string, to: string) => ({
  from: momentIn(timeZone, from, 0),
  to: momentIn(timeZone, to, 24),
  timeZone,
});
const QUARTER = between('2026-07-01', '2026-09-30');
const HOSTILE = '<script>alert(1)</script>"\'&';

/**
 * At Rosewood, Ann was flagged, warned so that it arrived and used her account; Ben was flagged, not reached, and is away;
 * Cat was flagged before July. At Oakleigh, Dot was flagged on the last day of the quarter.
 */
async function addQuarter(database: Database): Promise<void> {
  await database.query(
    `insert into organisation (ods_code, name, is_nas) values ('A1', 'Rosewood', true), ('B2', $1, true)`,
    [`Oakleigh ${HOSTILE}`],
  );
  await database.query(
    `insert into person (tenant_id, aad_object_id, address) values ('care', 'amina', 'amina@nhs.net')`,
  );
  await database.query(
    `insert into flag (address, ods_code, profile, stage, happens_on, report_id, flagged_on, cleared_on) values
       ('ann@nhs.net', 'A1', 'deck-2020', 'due', '2026-09-01', 1, '2026-07-03', '2026-08-20'),
       ('ben@nhs.net', 'A1', 'deck-2020', 'due', '2026-09-10', 1, '2026-07-12', null),
       ('cat@nhs.net', 'A1', 'deck-2020', 'overdue', '2026-06-01', 1, '2026-05-01', null),
       ('dot@nhs.net', 'B2', 'deck-2020', 'inactive', null, 1, '2026-09-30', null),
       ('eve@nhs.net', 'A1', 'deck-2020', 'due', '2026-12-01', 1, '2026-10-01', null)`,
  );
  const [report] = await database.query<{ id: number }>(
    `insert into report (source, taken_on, imported_by) values ('test', '2026-07-05', 'test') returning report_id as id`,
  );
  await database.query(
    `insert into send (send_id, ods_code, tenant_id, aad_object_id, state, profile, report_id, proposed_at)
     values ('0f8fad5b-d9cb-469f-a165-70867728950e', 'A1', 'care', 'amina', 'reported', 'deck-2020', $1, now())`,
    [report?.id],
  );
  const owed = (address: string, more: string) =>
    database.query(
      `insert into owed_message (send_id, reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at,
         changed_at, state, activity_id, failure, was_ambiguous)
       select '0f8fad5b-d9cb-469f-a165-70867728950e', 'inactivity-warning:deck-2020:' || $1::text || ':2026-09-01:30',
         'inactivity-warning', 'care', $1, '{"date": "2026-09-01"}', at, at, at, ${more}
       from (select '2026-08-02T08:30:00Z'::timestamptz as at) moment`,
      [address],
    );
  await owed('ann@nhs.net', `'sent', 'activity-1', null, true`);
  await owed('ben@nhs.net', `'failed', null, 'They have not added the assistant in Teams.', false`);
  await recordAudit(database, {
    actor: { tenantId: 'care', aadObjectId: 'amina' },
    what: 'account.marked-absent',
    odsCode: 'A1',
    subject: 'ben@nhs.net',
    after: { absentUntil: '2027-01-31', approvedBy: 'Mo Field' },
    at: new Date('2026-08-03T23:30:00Z'),
  });
  await recordAudit(database, {
    actor: { commandLine: 'operator' },
    what: 'report.imported',
    odsCode: 'A1',
    subject: '1',
    at: new Date('2026-08-03T09:00:00Z'),
  });
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

const short = ({ address, kind, by }: EvidenceEvent) => [address, kind, by].filter(Boolean).join(' ');

forEachDatabase('the evidence about inactive accounts', (open) => {
  it('names who was flagged, warned and decided about, by whom, account by account', async () => {
    const database = await open();
    await addQuarter(database);
    const expected = [
      'ann@nhs.net flagged',
      'ann@nhs.net warned amina@nhs.net',
      'ann@nhs.net cleared',
      'ben@nhs.net flagged',
      'ben@nhs.net warned amina@nhs.net',
      'ben@nhs.net decided amina@nhs.net',
      'dot@nhs.net flagged',
    ];
    assert.deepEqual((await all(evidence(database, QUARTER))).map(short), expected);
    for (const page of [1, 2, 3]) {
      const paged = await all(evidence(database, QUARTER, page));
      assert.deepEqual(paged.map(short), expected, `read ${page} at a time`);
    }
  });

  it('counts accounts, and those that are still flagged', async () => {
    const database = await open();
    await addQuarter(database);
    const [oakleigh, rosewood] = await evidenceCounts(database, QUARTER);
    assert.deepEqual(
      { ...rosewood, organisation: '' },
      {
        odsCode: 'A1',
        organisation: '',
        flagged: 2,
        warned: 1,
        notReached: 1,
        decided: 1,
        cleared: 1,
        open: 2,
      },
    );
    assert.deepEqual([oakleigh?.flagged, oakleigh?.open], [1, 1]);
  });

  it('is about one organisation, and whole days, where that is asked', async () => {
    const database = await open();
    await addQuarter(database);
    const b2 = await all(evidence(database, { ...QUARTER, odsCode: 'B2' }));
    assert.deepEqual(b2.map(short), ['dot@nhs.net flagged']);
    // Half past eleven in the evening UTC is the next day in a British summer.
    const day = await all(evidence(database, between('2026-08-04', '2026-08-04')));
    assert.deepEqual(day.map(short), ['ben@nhs.net decided amina@nhs.net']);
    assert.deepEqual(await evidenceCounts(database, between('2026-04-01', '2026-04-02')), []);
  });

  it('has the warnings that went out by themselves, and not those that were taken back untried', async () => {
    const database = await open();
    await addQuarter(database);
    const owed = (point: number, state: string, attempts: number) =>
      database.query(
        `insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at,
           changed_at, state, attempts, activity_id, organisation)
         select 'inactivity-warning:deck-2020:dot@nhs.net:2026-10-01:' || $1, 'inactivity-warning', 'care', 'dot',
           '{"date": "2026-10-01"}', at, at, at, $2, $3, 'an-activity', 'B2'
         from (select '2026-09-30T08:30:00Z'::timestamptz as at) moment`,
        [String(point), state, attempts],
      );
    await owed(30, 'sent', 1);
    await owed(14, 'cancelled', 0);
    const events = await all(evidence(database, { ...QUARTER, odsCode: 'B2' }));
    assert.deepEqual(events.map(short), ['dot@nhs.net flagged', 'dot@nhs.net warned']);
    const [oakleigh] = await evidenceCounts(database, { ...QUARTER, odsCode: 'B2' });
    assert.equal(oakleigh?.warned, 1);
    const csv = (await all(evidenceCsv(evidence(database, { ...QUARTER, odsCode: 'B2' }), timeZone))).join(
      '',
    );
    assert.match(csv, /Warned.*arrived in Teams\.,The service,deck-2020/);
  });

  it('is a table for a spreadsheet', async () => {
    const database = await open();
    await addQuarter(database);
    const csv = (await all(evidenceCsv(evidence(database, QUARTER), timeZone))).join('');
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map((row) => [row.Day, row.Time, row.What, row.Detail, row.By].join(' | ')),
      [
        '2026-07-03 |  | Flagged | Due soon: 1 September 2026 | The service, by the rule deck-2020',
        '2026-08-02 | 09:30 | Warned | The warning of 1 September 2026 arrived in Teams. It may have arrived more than once. | amina@nhs.net',
        '2026-08-20 |  | Flag cleared | No longer due, inactive or past its day | The service, by the rule deck-2020',
        '2026-07-12 |  | Flagged | Due soon: 10 September 2026 | The service, by the rule deck-2020',
        '2026-08-02 | 09:30 | Warned | The warning of 1 September 2026 did not arrive. They have not added the assistant in Teams. | amina@nhs.net',
        '2026-08-04 | 00:30 | Decided | Planned absence until 31 January 2027, approved by Mo Field | amina@nhs.net',
        '2026-09-30 |  | Flagged | Inactive | The service, by the rule deck-2020',
      ],
    );
  });

  it('is a page that stands by itself and runs nothing that is in a name', async () => {
    const database = await open();
    await addQuarter(database);
    const page = (
      await all(
        evidencePage({
          from: '2026-07-01',
          to: '2026-09-30',
          counts: await evidenceCounts(database, QUARTER),
          events: evidence(database, QUARTER),
          profiles: loadProfiles(),
          timeZone,
          now: new Date('2026-10-02T09:00:00Z'),
        }),
      )
    ).join('');
    assert.doesNotMatch(page, /<script|javascript:|\son\w+=|\ssrc=|\shref=/i);
    assert.match(page, /Oakleigh &lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp; \(B2\)/);
    assert.match(page, /<html lang="en-GB">/);
    assert.match(page, /NHSmail and DSPT slides, NHS England and NHS Improvement, 2020/);
    assert.equal(page.match(/<tr>/g)?.length, 1 + 2 + 2 + 7, 'every event has its row');
    assert.equal(page.match(/<table>/g)?.length, page.match(/<\/table>/g)?.length);
  });
});
