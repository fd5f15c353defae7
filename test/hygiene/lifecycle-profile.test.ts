import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lifecycleOf } from '../../bot/lifecycle.ts';
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

  it('give each number that people are shown its rule in words', () => {
    for (const { warningPoints, inactiveAfterDays, deletedAfterDays, rules } of PROFILES) {
      assert.ok(rules.inactive.words.includes(String(inactiveAfterDays)));
      if (deletedAfterDays !== null) assert.ok(rules.inactive.words.includes(String(deletedAfterDays)));
      assert.equal(warningPoints.at(-1), 1, 'the last warning comes on the day before');
    }
    assert.deepEqual(DECK.warningPoints, [60, 30, 14, 7, 1]);
  });

  describe('of a deployment', () => {
    const good = readFileSync(new URL('../../hygiene/profiles/nhsmail-2022.yaml', import.meta.url), 'utf8');
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'profiles-'));
    });
    after(() => rmSync(folder, { recursive: true }));
    const file = (name: string, text: string) => {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const problemsOf = (path: string) => {
      try {
        loadProfiles(path);
      } catch (error) {
        return (error as Error).message;
      }
      throw new Error('The profiles were taken as they are.');
    };

    it('stand beside the two, from a file or from a folder', () => {
      const path = file('own/trust-2026.yaml', good.replace('id: nhsmail-2022', 'id: trust-2026'));
      for (const given of [path, join(folder, 'own')]) {
        assert.deepEqual([...loadProfiles(given).keys()], ['deck-2020', 'nhsmail-2022', 'trust-2026']);
      }
    });

    it('are refused with every problem of every file at once', () => {
      file('wrong/misnamed.yaml', good.replace('id: nhsmail-2022', 'id: trust-2026'));
      file('wrong/nhsmail-2022.yaml', good);
      file(
        'wrong/no-rules.yaml',
        good.replace('id: nhsmail-2022', 'id: no-rules').replace(/ {2}leaver:[\s\S]*/, ''),
      );
      file('wrong/not-yaml.yaml', 'id: [1');
      file(
        'wrong/points.yaml',
        good
          .replace('id: nhsmail-2022', 'id: points')
          .replace('[14, 7', '[7, 14')
          .replace('deletedAfterDays: 60', 'deletedAfterDays: 30')
          .replace('inactiveWord', 'word'),
      );
      const problems = problemsOf(join(folder, 'wrong'));
      for (const problem of [
        /misnamed\.yaml: its id is trust-2026, so name it trust-2026\.yaml/,
        /nhsmail-2022\.yaml: there is a profile nhsmail-2022 already/,
        /no-rules\.yaml:[\s\S]*rules\.leaver/,
        /not-yaml\.yaml:.*line 1/,
        /points\.yaml:[\s\S]*inactiveWord/,
      ]) {
        assert.match(problems, problem);
      }
      assert.match(
        problemsOf(
          file(
            'points-2.yaml',
            good.replace('[14, 7', '[7, 14').replace('deletedAfterDays: 60', 'deletedAfterDays: 30'),
          ),
        ),
        /warningPoints: write the largest first[\s\S]*deletedAfterDays: write the total/,
      );
    });

    it('are refused by name when they are not there, or are no profiles', () => {
      assert.match(problemsOf(join(folder, 'nowhere')), /nowhere: there is no such file or folder/);
      mkdirSync(join(folder, 'empty'));
      assert.match(problemsOf(join(folder, 'empty')), /empty: no file in it ends in \.yaml/);
    });

    it('are what the service starts with, and a rule that nobody wrote stops the start', () => {
      const lifecycleProfiles = file(
        'chosen/trust-2026.yaml',
        good.replace('id: nhsmail-2022', 'id: trust-2026'),
      );
      assert.equal(
        lifecycleOf({ lifecycleProfile: 'trust-2026', lifecycleProfiles }).profile?.id,
        'trust-2026',
      );
      assert.equal(lifecycleOf({ lifecycleProfile: undefined, lifecycleProfiles }).profile, undefined);
      assert.throws(
        () => lifecycleOf({ lifecycleProfile: 'trust-2027', lifecycleProfiles }),
        /LIFECYCLE_PROFILE: there is no profile trust-2027\. There are: deck-2020, nhsmail-2022, trust-2026\./,
      );
    });
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

  it('tell a person once when their account has become inactive, and again as the day of deletion comes near', () => {
    const points = [30, 29, 15, 14, 8, 7, 3, 1, 0].map((daysLeft) => warningPointAt(RULES_2022, daysLeft));
    assert.deepEqual(points, [30, 30, 30, 14, 14, 7, 3, 1, 0]);
  });
});
