import assert from 'node:assert/strict';
import { deckStageOf, readPublishedStatus } from '../../dspt/published-status.ts';

describe('A published status', () => {
  const published: [string, string, string, string | undefined][] = [
    ['22/23 Standards Exceeded', '22/23', 'standards-exceeded', undefined],
    ['22/23 Standards Met', '22/23', 'standards-met', 'standards-met'],
    ['22/23 Approaching Standards', '22/23', 'approaching-standards', undefined],
    ['22/23 Standards Not Met', '22/23', 'standards-not-met', undefined],
    ['20/21 Standards Not fully Met (Plan Agreed)', '20/21', 'plan-agreed', undefined],
    ['19/20 Entry Level', '19/20', 'entry-level', 'entry-level'],
    ['2024-25  Standards  Met', '24/25', 'standards-met', 'standards-met'],
    ['standards met', '', 'standards-met', 'standards-met'],
    ['Not Published', '', 'not-published', undefined],
    ['25/26 Standards Reimagined', '25/26', 'unknown', undefined],
    ['25/26 Standards Met (under review)', '25/26', 'unknown', undefined],
  ];
  for (const [words, edition, level, stage] of published) {
    it(`"${words}" is ${level}, and ${stage ?? 'none'} of the 2020 slides' stages`, () => {
      const status = readPublishedStatus(words);
      assert.deepEqual([status.edition, status.level], [edition, level]);
      assert.equal(deckStageOf(status.level), stage);
    });
  }
});
