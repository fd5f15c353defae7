import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableUnder } from './support/markdown.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ROOMS = readdirSync(ROOT, { withFileTypes: true }).filter((each) => each.isDirectory());
const ROOM_NAMES = new Set(ROOMS.map(({ name }) => name));
/** These come into being when the product runs. */
const MADE = ['data', 'build', 'node_modules'];

function documents(): string[] {
  const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  const paths = ['README.md', 'CHANGELOG.md', 'SECURITY.md', ...inDocs.map((path) => join('docs', path))];
  return paths.filter((path) => path.endsWith('.md') && existsSync(join(ROOT, path)));
}

/** Paths that a document names as code, from the root: `bot/turn.ts`, `cards/`. Patterns such as `<card>` are not. */
function namedPaths(text: string): string[] {
  const named = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)].map(([, path]) => path ?? '');
  return named.filter((path) => {
    const room = path.split('/')[0] ?? '';
    return path.includes('/') && ROOM_NAMES.has(room) && !MADE.includes(room);
  });
}

/** Links to files beside the document. */
function linkedPaths(text: string, document: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map(([, path]) => path ?? '');
  return links.map((path) => relative(ROOT, join(ROOT, dirname(document), path)));
}

describe('the documents', () => {
  const all = documents();

  it('name files and folders that exist', function () {
    if (!all.includes('README.md')) this.skip();
    const missing = all.flatMap((document) => {
      const text = readFileSync(join(ROOT, document), 'utf8');
      return [...namedPaths(text), ...linkedPaths(text, document)]
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${document}: ${path}`);
    });
    assert.deepEqual([...new Set(missing)], []);
  });

  it('begin with a README that names every folder, one line each', () => {
    const named = tableUnder(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'The folders').map(
      ([folder = '']) => folder.replaceAll(/[`/]/g, ''),
    );
    const folders = ROOMS.map(({ name }) => name).filter(
      (name) => !name.startsWith('.') && !MADE.includes(name),
    );
    assert.deepEqual(named.toSorted(), folders.toSorted());
  });

  it('name commands that package.json has, and the README names all of them', function () {
    if (!all.includes('README.md')) this.skip();
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const missing = all.flatMap((document) => {
      const text = readFileSync(join(ROOT, document), 'utf8');
      return [...text.matchAll(/npm run (?:--silent |-s )?([a-z][\w:-]*)/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => !(name in scripts))
        .map((name) => `${document}: npm run ${name}`);
    });
    assert.deepEqual([...new Set(missing)], []);
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const untold = Object.keys(scripts).filter(
      (name) => !new RegExp(`npm (run (--silent )?)?${name}\\b`).test(readme),
    );
    assert.deepEqual(untold, [], 'the README does not name these commands');
  });
});
