/** How long an administrator waits for a page of their report while everybody's accounts are loaded. */
import { hygieneReport } from '../../hygiene/account-report.ts';
import { type Benchmark, compare } from '../benchmark.ts';
import { ALL_ACCOUNTS, bringIn, RULE, TODAY } from '../hygiene/bring-in.ts';
import { codeOf, withPortalFiles } from '../hygiene/portal-file.ts';
import { withDatabase } from '../hygiene/with-database.ts';
import { quantile } from '../quantile.ts';

const PAGES = 400;
const TENANT = 'bench';
/** What is the longest to wait for. */
const LONGEST_MS = 50;
/** How many organisations an administrator has: one, or a few. */
const HELD = [1, 1, 1, 5];

export const benchmark: Benchmark = {
  name: 'hygiene-report-page',
  unit: 'ms',
  target: null,
  about:
    'the 99th percentile of a page of an administrator’s report with all accounts loaded on PostgreSQL, over that of `select 1`',
  onlyWhenNamed: true,
  run: ({ accounts = ALL_ACCOUNTS }) =>
    withPortalFiles(accounts, TODAY, (first) =>
      withDatabase(async (database) => {
        await bringIn(database, first, TODAY);
        await database.query('vacuum analyze account');
        await addAdministrators(database.query, first.organisations);
        const pages: number[] = [];
        const nothing: number[] = [];
        for (let at = 0; at < PAGES; at += 1) {
          nothing.push(await msOf(() => database.query('select 1')));
          const reader = { tenantId: TENANT, aadObjectId: `administrator-${at}` };
          const now = new Date(`${TODAY}T10:00:00Z`);
          pages.push(
            await msOf(() =>
              hygieneReport(database, { reader, profile: RULE, day: TODAY, now, page: 1 + (at % 3) }),
            ),
          );
        }
        const [p99, least] = [quantile(pages, 0.99), quantile(nothing, 0.99)];
        const note = `It should be under ${LONGEST_MS} ms. The median: ${quantile(pages, 0.5).toFixed(1)} ms`;
        return { ...compare(p99, least, null), met: p99 < LONGEST_MS, note };
      }),
    ),
};

async function addAdministrators(
  query: (sql: string, parameters: unknown[]) => Promise<unknown>,
  organisations: number,
): Promise<void> {
  const held = Array.from({ length: PAGES }, (_, at) =>
    Array.from({ length: HELD[at % HELD.length] ?? 1 }, (_, nth) => ({
      person: `administrator-${at}`,
      code: codeOf((at * 37 + nth * 101) % organisations),
    })),
  ).flat();
  await query(
    `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by)
     select $1, person, code, 'bench' from unnest($2::text[], $3::text[]) as held (person, code)
     on conflict do nothing`,
    [TENANT, held.map(({ person }) => person), held.map(({ code }) => code)],
  );
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
