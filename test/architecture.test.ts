import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationNames } from '../bot/database/migrate.ts';
import { features } from '../dialogs/index.ts';
import { tableUnder } from './support/markdown.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** What each room may import of ours besides itself. The same as in docs and design: a new room needs a line here. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  bot: [
    'dialogs',
    'cards',
    'knowledge',
    'hygiene',
    'tickets',
    'delivery',
    'dspt',
    'access',
    'privacy',
    'feedback',
    'manifest',
  ],
  dialogs: ['cards', 'knowledge', 'hygiene', 'tickets', 'delivery', 'dspt', 'access', 'privacy', 'feedback'],
  hygiene: ['knowledge', 'delivery', 'access'],
  tickets: ['delivery', 'access'],
  access: ['delivery'],
  privacy: ['delivery'],
  feedback: ['delivery', 'access'],
  dspt: ['delivery'],
  cards: [],
  knowledge: [],
  delivery: [],
  manifest: [],
  bench: [
    'bot',
    'dialogs',
    'cards',
    'knowledge',
    'hygiene',
    'delivery',
    'dspt',
    'access',
    'privacy',
    'feedback',
    'test',
  ],
  test: [
    'bot',
    'dialogs',
    'cards',
    'knowledge',
    'hygiene',
    'tickets',
    'delivery',
    'dspt',
    'access',
    'privacy',
    'feedback',
    'manifest',
    'bench',
  ],
};
/** What the service does with accounts by itself, or for the person whose account it is: nobody chooses what it reads. */
const OWN_WORK = [
  'hygiene/ask-administrators.ts',
  'hygiene/digest/',
  'hygiene/report-import/',
  'hygiene/seen.ts',
  'hygiene/sweep.ts',
];
const BOT_FRAMEWORK = /^(botbuilder|botframework)/;
const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

interface Module {
  /** From the root, with forward slashes. */
  path: string;
  room: string;
  code: string;
  /** Paths of ours, and names of packages. */
  imports: string[];
}

const modules = Object.keys(MAY_IMPORT).flatMap((room) =>
  existsSync(join(ROOT, room))
    ? readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.[mc]?[jt]s$/.test(path))
        .map((path) => readModule(room, path))
    : [],
);

function readModule(room: string, path: string): Module {
  const file = join(ROOT, room, path);
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(IMPORT)].map(([, from, of]) => from ?? of ?? '');
  const imports = specifiers.map((each) =>
    each.startsWith('.')
      ? relative(ROOT, join(dirname(file), each))
          .split(sep)
          .join('/')
      : each,
  );
  return { path: `${room}/${path.split(sep).join('/')}`, room, code: withoutComments(text), imports };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const roomOf = (path: string) => path.split('/')[0] ?? '';
const isOurs = (path: string) => roomOf(path) in MAY_IMPORT && path.includes('/');
const product = modules.filter(({ room }) => room !== 'test' && room !== 'bench');

describe('the house', () => {
  it('is seen whole by these tests', () => {
    assert.ok(modules.length > 200);
    assert.ok(modules.some(({ imports }) => imports.includes('botbuilder-dialogs')));
    const unknown = readdirSync(ROOT, { withFileTypes: true })
      .filter((each) => each.isDirectory() && !each.name.startsWith('.') && !(each.name in MAY_IMPORT))
      .filter(({ name }) => !['node_modules', 'data', 'build', 'docs', 'deploy'].includes(name));
    assert.deepEqual(
      unknown.map(({ name }) => name),
      [],
    );
  });

  it('lets each room import only what it may: dialogs know the rules, the rules know no dialog, nobody knows bot', () => {
    const wrong = modules.flatMap(({ path, room, imports }) =>
      imports
        .filter((each) => isOurs(each) && roomOf(each) !== room && !MAY_IMPORT[room]?.includes(roomOf(each)))
        .map((each) => `${path} imports ${each}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('is drawn in docs/architecture.md: an arrow for each import there is, and none for what nobody imports', () => {
    const picture = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const drawn = [...picture.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${from} --> ${to}`);
    const imported = product.flatMap(({ room, imports }) =>
      imports
        .filter((each) => isOurs(each) && roomOf(each) !== room)
        .map((each) => `${room} --> ${roomOf(each)}`),
    );
    assert.deepEqual(drawn.toSorted(), [...new Set(imported)].toSorted());
    const rooms = [...picture.matchAll(/^ {2}(\w+)\["/gm)].map(([, room = '']) => room);
    assert.deepEqual(rooms.toSorted(), [...new Set(product.map(({ room }) => room))].toSorted());
  });

  it('implements in bot what a room needs of the outside, as docs/architecture.md lists it', () => {
    const listed = tableUnder(
      readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8'),
      'What the outside provides',
    );
    for (const [name = '', declaredIn = '', implementedIn = ''] of listed.map((row) =>
      row.map((cell) => cell.replaceAll('`', '')),
    )) {
      const declared = modules.find(({ path }) => path === declaredIn);
      assert.match(
        declared?.code ?? '',
        new RegExp(`export interface ${name}\\b`),
        `${name} in ${declaredIn}`,
      );
      const implementing = modules.filter(
        ({ path, room, imports }) =>
          room === 'bot' && path.startsWith(implementedIn) && imports.includes(declaredIn),
      );
      assert.ok(implementing.length > 0, `${implementedIn} implements ${name}`);
    }
  });

  it('keeps features apart: none imports another', () => {
    const featureOf = (path: string) => /^dialogs\/([^/]+)\/.+/.exec(path)?.[1];
    const wrong = modules.flatMap(({ path, imports }) => {
      const own = featureOf(path);
      if (!own) return [];
      return imports
        .filter((each) => (featureOf(each) ?? own) !== own)
        .map((each) => `${path} imports ${each}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps the Bot Framework at the edge: in bot and in the dialog classes', () => {
    const wrong = product
      .filter(
        ({ room, imports }) =>
          !['bot', 'dialogs'].includes(room) && imports.some((each) => BOT_FRAMEWORK.test(each)),
      )
      .map(({ path }) => path);
    assert.deepEqual(wrong, []);
  });

  it('reads the environment in one place', () => {
    const wrong = product
      .filter(
        ({ path, code }) =>
          path !== 'bot/config.ts' && /process\s*\.\s*env\b|process\s*\[|loadEnvFile/.test(code),
      )
      .map(({ path }) => path);
    assert.deepEqual(wrong, []);
  });

  it('reads accounts from one place, which limits them to what the reader may see', () => {
    const reads = /\b(?:from|join)\s+account\b/i;
    const wrong = product.filter(
      ({ path, code }) =>
        reads.test(code) && path !== 'hygiene/accounts.ts' && !OWN_WORK.some((each) => path.startsWith(each)),
    );
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
    const all = product.filter(
      ({ room, code }) => room === 'dialogs' && /EVERY_ACCOUNT|'operator'/.test(code),
    );
    assert.deepEqual(all, [], 'a dialog answers a person, who never sees every account');
  });

  it('asks for the time in the rules only by what it is given', () => {
    const wrong = product
      .filter(({ room }) => ['hygiene', 'tickets', 'delivery', 'cards', 'dspt', 'feedback'].includes(room))
      .filter(({ code }) => /\bDate\.now\(|new Date\(\)/.test(code))
      .map(({ path }) => path);
    assert.deepEqual(wrong, []);
  });

  it('uses no package that a production install lacks', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const serve = reachedFrom('bot/main.ts');
    const wrong = serve.flatMap(({ path, imports }) =>
      imports
        .filter((each) => !isOurs(each) && !each.startsWith('node:') && !each.startsWith('.'))
        .map((each) =>
          each
            .split('/')
            .slice(0, each.startsWith('@') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => !(name in dependencies))
        .map((name) => `${path} imports ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('names files in kebab-case, and has no room for odds and ends', () => {
    const names = modules.flatMap(({ path }) => path.split('/').slice(1));
    for (const name of names) {
      assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/, name);
      assert.doesNotMatch(name, /^(utils?|helpers?|common|misc)\b/, name);
    }
  });

  it('exports by name', () => {
    const wrong = modules.filter(({ code }) => /^export default\b/m.test(code)).map(({ path }) => path);
    assert.deepEqual(wrong, []);
  });
});

describe('a feature', () => {
  it('is in the registry, with a dialog that has a test of its own', () => {
    const folders = readdirSync(join(ROOT, 'dialogs'), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => name);
    assert.deepEqual(features.map(({ id }) => id).sort(), folders.sort());
    for (const folder of folders) {
      const tests = join(ROOT, 'test/dialogs', folder);
      assert.ok(existsSync(tests), `test/dialogs/${folder} is missing`);
      assert.ok(
        readdirSync(tests).some((name) => name.endsWith('-dialog.test.ts')),
        `${folder} has no dialog test`,
      );
    }
  });
});

describe('a migration', () => {
  it('has a number of its own', () => {
    const numbers = migrationNames().map((name) => /^(\d{3})-/.exec(name)?.[1]);
    assert.ok(!numbers.includes(undefined));
    assert.equal(new Set(numbers).size, numbers.length);
  });
});

/** The modules that running this one loads. */
function reachedFrom(start: string): Module[] {
  const reached = new Map<string, Module>();
  const visit = (path: string): void => {
    const found = modules.find((each) => each.path === path);
    if (!found || reached.has(path)) return;
    reached.set(path, found);
    found.imports.forEach(visit);
  };
  visit(start);
  return [...reached.values()];
}
