import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tableUnder } from './support/markdown.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MOCHA = join(dirname(createRequire(import.meta.url).resolve('mocha/package.json')), 'bin', 'mocha.js');
const document = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

interface Threat {
  they: string;
  stops: string;
  shownBy: { file: string; title: string }[];
}

/** The rows below "Threat model", each with the tests that it names. */
function threats(): Threat[] {
  const model = /\n## Threat model\n([\s\S]*?)\n## /.exec(document)?.[1] ?? '';
  const people = [...model.matchAll(/^### (.+)$/gm)].map(([, who = '']) => who);
  return people
    .flatMap((who) => tableUnder(model, who))
    .map(([they = '', stops = '', shown = '']) => ({ they, stops, shownBy: namedIn(shown) }));
}

/** `test/a.test.ts`: `a title`, `another`. A file stands before its titles. */
function namedIn(cell: string): Threat['shownBy'] {
  let file = '';
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => {
    if (!words.startsWith('test/')) return [{ file, title: words }];
    file = words;
    return [];
  });
}

/** The titles of all tests in these files, found without running them. */
async function titlesIn(files: readonly string[]): Promise<Set<string>> {
  const options = ['--no-config', '--extension', 'ts', '--exit', '--dry-run', '--reporter', 'json'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [MOCHA, ...options, ...files.flatMap((file) => ['--spec', file])],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  );
  const { tests } = JSON.parse(stdout) as { tests: { file: string; title: string }[] };
  // A test that cannot be run here says why in its title.
  return new Set(
    tests.map(({ file, title }) => `${file.slice(ROOT.length)}: ${title.replace(/ \(skipped: .*\)$/, '')}`),
  );
}

describe('the threat model in SECURITY.md', function () {
  this.timeout(60_000);
  const rows = threats();

  it('says of each threat what stops it, and which test shows that', () => {
    assert.ok(rows.length > 25, `only ${rows.length} rows were found`);
    for (const { they, stops, shownBy } of rows) {
      assert.match(stops, /\S/, they);
      assert.ok(shownBy.length > 0, `no test is named for: ${they}`);
    }
  });

  it('names tests that exist, by their files and titles', async () => {
    const named = rows.flatMap(({ shownBy }) => shownBy);
    const files = [...new Set(named.map(({ file }) => file))];
    const gone = files.filter((file) => !existsSync(join(ROOT, file)));
    assert.deepEqual(gone, []);
    const titles = await titlesIn(files);
    const missing = named.map(({ file, title }) => `${file}: ${title}`).filter((each) => !titles.has(each));
    assert.deepEqual(missing, []);
  });
});
