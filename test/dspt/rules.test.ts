import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Organisation } from '../../dspt/organisation.ts';
import { readPublishedStatus } from '../../dspt/published-status.ts';
import { judge, RULES, remedies } from '../../dspt/rules/index.ts';
import type { Facts, RuleOutcome } from '../../dspt/rules/rule.ts';
import { loadContents } from '../../knowledge/load-entries.ts';

const BASE = { answers: {}, today: '2026-11-21', deadline: '06-30' };

function organisation(status: string, sector = 'Care Home'): Organisation {
  const publication = { status: readPublishedStatus(status), publishedOn: '2026-06-29' };
  return { code: 'VLZ01', name: 'Rosebank House', sector, commissioner: '', publication };
}

const unpublished = organisation('Not Published');
const met = organisation('25/26 Standards Met');

/** Code, legal items, mandatory items, published, edition, enough for NHSmail; the head office stands apart. */
type Six = [RuleOutcome, RuleOutcome, RuleOutcome, RuleOutcome, RuleOutcome, RuleOutcome];

const cases: [string, Partial<Facts>, Six][] = [
  ['nothing is known', {}, ['unknown', 'unknown', 'unknown', 'unknown', 'not-applicable', 'unknown']],
  ['Standards Met is published', { organisation: met }, ['ok', 'ok', 'ok', 'ok', 'ok', 'ok']],
  [
    'Standards Met is of an old edition',
    { organisation: organisation('22/23 Standards Met') },
    ['ok', 'unknown', 'unknown', 'ok', 'warn', 'ok'],
  ],
  [
    'Standards Met names no edition',
    { organisation: organisation('Standards Met') },
    ['ok', 'unknown', 'unknown', 'ok', 'unknown', 'ok'],
  ],
  [
    'Approaching Standards is published',
    {
      organisation: organisation('25/26 Approaching Standards'),
      answers: { legal: 'yes', mandatory: 'yes' },
    },
    ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  ],
  [
    'Standards Not Met is published',
    { organisation: organisation('25/26 Standards Not Met'), answers: { legal: 'yes', mandatory: 'no' } },
    ['ok', 'ok', 'warn', 'ok', 'ok', 'warn'],
  ],
  [
    'nothing is published',
    { organisation: unpublished, answers: { legal: 'no' } },
    ['ok', 'warn', 'warn', 'warn', 'not-applicable', 'unknown'],
  ],
  [
    'the head office has published',
    { organisation: unpublished, headOffice: met },
    ['ok', 'unknown', 'unknown', 'unknown', 'not-applicable', 'unknown'],
  ],
  [
    'neither the site nor its head office has published',
    { organisation: unpublished, headOffice: unpublished },
    ['ok', 'unknown', 'unknown', 'warn', 'not-applicable', 'unknown'],
  ],
  [
    'it is a pharmacy',
    { organisation: organisation('25/26 Standards Met', 'Pharmacy') },
    ['ok', 'ok', 'ok', 'ok', 'ok', 'not-applicable'],
  ],
  [
    'it is an Integrated Care Board, which is no social care',
    { organisation: organisation('25/26 Standards Met', 'CCG / Integrated Care Board (ICB)') },
    ['ok', 'ok', 'ok', 'ok', 'ok', 'not-applicable'],
  ],
  [
    'the status is in words that nobody has seen before',
    { organisation: organisation('25/26 Standards Reimagined') },
    ['ok', 'unknown', 'unknown', 'ok', 'ok', 'unknown'],
  ],
  [
    'they say that all is met and published',
    { answers: { legal: 'yes', mandatory: 'published' } },
    ['unknown', 'ok', 'ok', 'ok', 'not-applicable', 'unknown'],
  ],
  [
    'they say that all is met but not published',
    { answers: { legal: 'yes', mandatory: 'yes' } },
    ['unknown', 'ok', 'ok', 'warn', 'not-applicable', 'unknown'],
  ],
  [
    'they are not sure of anything',
    { answers: { legal: 'unsure', mandatory: 'unsure' } },
    ['unknown', 'unknown', 'unknown', 'unknown', 'not-applicable', 'unknown'],
  ],
];

describe('The rules of the check', () => {
  for (const [title, facts, outcomes] of cases) {
    it(`say ${outcomes.join(', ')} when ${title}`, () => {
      const judged = judge({ ...BASE, ...facts });
      const own = judged.filter(({ rule }) => rule.id !== 'head-office-covers-the-site');
      assert.deepEqual(
        own.map(({ outcome }) => outcome),
        outcomes,
      );
      assert.ok(remedies(judged).every((remedy) => remedy.length > 10));
    });
  }

  const offices: [string, Partial<Facts>, RuleOutcome][] = [
    ['it has published and the site has not', { organisation: unpublished, headOffice: met }, 'unknown'],
    ['the site has published itself', { organisation: met, headOffice: met }, 'not-applicable'],
    ['it has published nothing', { organisation: unpublished, headOffice: unpublished }, 'not-applicable'],
    ['there is none', { organisation: unpublished }, 'not-applicable'],
  ];
  for (const [title, facts, expected] of offices) {
    it(`say ${expected} of whether a head office covers the site when ${title}`, () => {
      const judged = judge({ ...BASE, ...facts });
      assert.equal(judged.find(({ rule }) => rule.id === 'head-office-covers-the-site')?.outcome, expected);
    });
  }

  it('are one a file, named for what they assert, with a source that is known', () => {
    const files = readdirSync(new URL('../../dspt/rules/', import.meta.url)).map((file) => file.slice(0, -3));
    const { sources } = loadContents();
    for (const { id, motivation, source } of RULES) {
      assert.ok(files.includes(id), id);
      assert.ok(sources.has(source), source);
      assert.match(motivation, /\.$/);
    }
  });
});
