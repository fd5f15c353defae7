import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadProfiles, warningPointAt } from '../../hygiene/lifecycle-profile.ts';
import { DECK, PROFILES, RULES_2022 } from './sample-accounts.ts';

const slides = readFileSync(new URL('../../knowledge/sources/deck-2020.txt', import.meta.url), 'utf8');

describe('lifecycle profiles', () => {
  it('are the two that the sources give', () =>
    assert.deepEqual([...loadProfiles().keys()], ['deck-2020', 'nhsmail-2022']));

  it('quote the 2020 slides word for word', () => {
    const text = slides.replaceAll('**', '').replace(/\s+/g, ' ');
    for (const rule of Object.values(DECK.rules)) {
      assert.equal(rule.verbatim, true);
      assert.ok(text.includes(rule.words), rule.words);
    }
  });

  it('do not pass off our words for the 2022 rules as a quotation', () => {
    for (const rule of Object.values(RULES_2022.rules)) assert.equal(rule.verbatim, false);
  });

  it('name a source with its year', () => {
    for (const profile of PROFILES) assert.match(profile.source, new RegExp(String(profile.year)));
  });

  it('are refused with every problem of every file at once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
    try {
      const good = readFileSync(new URL('../../hygiene/profiles/deck-2020.yaml', import.meta.url), 'utf8');
      writeFileSync(join(folder, 'a.yaml'), good);
      writeFileSync(
        join(folder, 'deck-2020.yaml'),
        good.replace('[60, 30', '[30, 60').replace('inactiveWord', 'word'),
      );
      assert.throws(
        () => loadProfiles(pathToFileURL(`${folder}/`)),
        (error: Error) =>
          /a\.yaml: its id is deck-2020/.test(error.message) && /inactiveWord/.test(error.message),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [daysLeft, point] of [
    [60, 60],
    [59, 60],
    [31, 60],
    [30, 30],
    [12, 14],
    [2, 7],
    [1, 1],
    [0, 0],
  ] as const) {
    it(`have reached the ${point}-day point when ${daysLeft} days are left`, () =>
      assert.equal(warningPointAt(DECK, daysLeft), point));
  }
});
