import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { licencesOfProduction } from '../bot/command-line/licences.ts';

/** They allow use, change and passing on, and ask for no more than their own text to be kept. */
const ALLOWED = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
  'CC0-1.0',
  'PostgreSQL',
];

describe('the packages that production runs on', () => {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

  it('each have a licence that an NHS organisation may use', () => {
    const packages = licencesOfProduction(lock);
    assert.ok(packages.length > 100);
    const unclear = packages.filter(({ licence }) => {
      const choices = licence.replace(/[()]/g, '').split(' OR ');
      return !choices.some((choice) => choice.split(' AND ').every((each) => ALLOWED.includes(each)));
    });
    assert.deepEqual(unclear, []);
  });

  it('come from the registry alone, each held to its content by a hash', () => {
    const packages = Object.entries(lock.packages as Record<string, { integrity?: string; link?: boolean }>);
    const loose = packages.filter(([path, { integrity }]) => path !== '' && !integrity);
    assert.deepEqual(
      loose.map(([path]) => path),
      [],
    );
  });
});
