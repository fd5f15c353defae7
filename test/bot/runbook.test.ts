import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { jobTimes } from '../../bot/jobs/job-times.ts';
import { createReadiness } from '../../bot/readiness.ts';
import { forEachDatabase } from '../support/databases.ts';
import { tableUnder } from '../support/markdown.ts';
import { logLines } from './log-lines.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const runbook = read('docs/runbook.md');
/** The first cell of each row, without the marks of code. */
const firstCells = (heading: string) => tableUnder(runbook, heading).map(([first = '']) => bare(first));
const bare = (cell: string) => cell.replaceAll('`', '');

describe('the runbook, which an operator opens when something is wrong,', () => {
  it('has an entry for each error code, and for none that is gone', () => {
    const [, union = ''] = /export type ErrorCode =([^;]+);/.exec(read('bot/errors.ts')) ?? [];
    const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code);
    assert.ok(codes.length > 5);
    assert.deepEqual(firstCells('Error codes').toSorted(), codes.toSorted());
  });

  it('has an entry for each line of the log, at the level at which it is written', () => {
    const lines = logLines();
    assert.ok(lines.length > 10);
    const written = new Map<string, Set<string>>();
    for (const { words, level = 'warn or error' } of lines) {
      written.set(words, (written.get(words) ?? new Set()).add(level));
    }
    const wanted = [...written].map(([words, levels]) => [words, [...levels].sort().join(' or ')]);
    const told = tableUnder(runbook, 'Log lines').map(([words = '', level]) => [bare(words), level]);
    assert.deepEqual(told.toSorted(), wanted.toSorted());
  });

  it('has an entry for each instrument, with its unit and when to be told', () => {
    const source = read('bot/telemetry/instruments.ts');
    const declared = [
      ...source.matchAll(/\.create(?:Counter|Histogram|ObservableGauge)\('([^']+)', \{\s*unit: '([^']+)'/g),
    ].map(([, name, unit]) => `${name} ${unit}`);
    assert.ok(declared.length > 5);
    const rows = tableUnder(runbook, 'Metrics');
    assert.deepEqual(
      rows.map(([name = '', unit = '']) => `${bare(name)} ${bare(unit)}`).toSorted(),
      declared.toSorted(),
    );
    for (const [name, , , when] of rows) assert.match(when ?? '', /\S/, name);
  });

  it('has an entry for each piece of scheduled work', () => {
    assert.deepEqual(firstCells('Scheduled work').toSorted(), jobTimes.map(({ name }) => name).toSorted());
  });

  it('has an entry for each check of /readyz', async () => {
    const stopping = { queueIdleMs: () => 0, isStopping: () => true };
    const { checks } = await createReadiness({ ...stopping, database: undefined as never })();
    assert.deepEqual(firstCells('Not ready').toSorted(), Object.keys(checks).toSorted());
  });

  it('leads from each alert to a heading that exists', () => {
    const headings = [...runbook.matchAll(/^##+ (.+)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...runbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, to = '']) => to);
    assert.ok(links.length > 5);
    assert.deepEqual(
      links.filter((to) => !headings.includes(to)),
      [],
    );
  });
});

forEachDatabase('what the runbook says to ask the database', (open) => {
  const statements = [...runbook.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql);

  it('is understood by it', async () => {
    const database = await open();
    assert.ok(statements.length >= 3);
    for (const sql of statements) await database.query(sql);
  });
});
