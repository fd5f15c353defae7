import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { settingNames } from '../../bot/config.ts';
import { logLines } from '../bot/log-lines.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** The folders of ours that the service's own files import, however far down. */
function roomsOfTheService(): Set<string> {
  const rooms = new Set(['bot']);
  for (const room of rooms) {
    for (const path of readdirSync(new URL(`${room}/`, ROOT), { recursive: true, encoding: 'utf8' })) {
      // Packing the Teams app is done where the repository is, not in the image.
      if (!path.endsWith('.ts') || path.endsWith('command-line/package.ts')) continue;
      for (const [, to] of read(`${room}/${path}`).matchAll(/from '(?:\.\.\/)+([a-z]+)\/[^']+'/g)) {
        if (to && readdirSync(ROOT).includes(to)) rooms.add(to);
      }
    }
  }
  return rooms;
}

/** The text between the brackets that open right after `start`. */
function blockAfter(text: string, start: RegExp): string {
  const from = text.search(start);
  assert.notEqual(from, -1, `${start} is not there`);
  let depth = 0;
  for (let at = text.indexOf('{', from); at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return text.slice(text.indexOf('{', from) + 1, at);
  }
  return assert.fail(`${start} is not closed`);
}

describe('what operators deploy', () => {
  it('has every folder in the image that the service imports, and lets the build see it', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (\w+) \.\/\1$/gm)].map(([, room]) => room);
    const seen = read('.dockerignore').split('\n');
    const needed = [...roomsOfTheService()].sort();
    assert.ok(needed.length >= 7);
    assert.deepEqual([...copied].sort(), needed);
    for (const room of needed) assert.ok(seen.includes(`!${room}`), `${room} is not seen by the build`);
  });

  it('runs without root, with Node as the first process, and is asked whether it is well', () => {
    const dockerfile = read('Dockerfile');
    assert.match(dockerfile, /^USER node$/m);
    assert.match(dockerfile, /^CMD \["node", "bot\/main\.ts"\]$/m);
    assert.match(dockerfile, /^HEALTHCHECK /m);
    assert.match(dockerfile, /npm ci --omit=dev/);
    assert.match(dockerfile, /^FROM node:24-slim$/m);
  });

  it('gives the service only settings that it knows, and none that is a password', () => {
    const names = [...read('deploy/modules/service.bicep').matchAll(/name: '([A-Z][A-Z_]+)'/g)].map(
      ([, name]) => name ?? '',
    );
    assert.ok(names.length >= 8);
    // The last one is read by @azure/identity itself.
    const known = [...settingNames, 'AZURE_CLIENT_ID'];
    assert.deepEqual(
      names.filter((name) => !known.includes(name)),
      [],
    );
    assert.ok(!names.some((name) => /PASSWORD|SECRET/.test(name)));
  });

  it('gives each module exactly the parameters that it asks for', () => {
    const main = read('deploy/main.bicep');
    const modules = [...main.matchAll(/^module (\w+) '([^']+)'/gm)];
    assert.equal(modules.length, 8);
    for (const [, name, path] of modules) {
      const params = blockAfter(blockAfter(main, new RegExp(`^module ${name} `, 'm')), /params: \{/);
      const given = [...params.matchAll(/(?:^|[{,\n])\s*(\w+):/g)].map(([, each]) => each);
      const asked = [...read(`deploy/${path}`).matchAll(/^param (\w+)/gm)].map(([, each]) => each);
      assert.deepEqual([...given].sort(), [...asked].sort(), path);
    }
  });

  it('uses only what a module gives out, and every parameter that it takes in', () => {
    const main = read('deploy/main.bicep');
    for (const [, module, output] of main.matchAll(/(\w+)\.outputs\.(\w+)/g)) {
      assert.match(read(`deploy/modules/${module}.bicep`), new RegExp(`^output ${output} `, 'm'), module);
    }
    const files = [
      'main.bicep',
      ...readdirSync(new URL('deploy/modules/', ROOT)).map((each) => `modules/${each}`),
    ];
    for (const file of files) {
      const text = read(`deploy/${file}`);
      for (const [, name] of text.matchAll(/^(?:param|var) (\w+)/gm)) {
        const uses = [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length;
        assert.ok(uses > 1, `${file}: ${name} is not used`);
      }
    }
  });

  it('tells people of lines that the log can really have', () => {
    const words = logLines().map((line) => line.words);
    const told = [...read('deploy/modules/alerts.bicep').matchAll(/line\.msg == "([^"]+)"/g)].map(
      ([, each]) => each,
    );
    assert.ok(told.length >= 4);
    assert.deepEqual(
      told.filter((each) => !words.includes(each ?? '')),
      [],
    );
  });

  it('keeps all data in the United Kingdom', () => {
    assert.match(read('deploy/main.bicep'), /@allowed\(\['uksouth', 'ukwest'\]\)\nparam location string/);
  });
});
