import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type ImportRequest, type ImportResult, importPolicy } from '../../knowledge/policy-import.ts';
import { importReport } from '../../knowledge/policy-report.ts';
import { showDiff, wordDiff } from '../../knowledge/policy-word-diff.ts';

const ROOM = fileURLToPath(new URL('../../knowledge/', import.meta.url));
const POLICY = readFileSync(join(ROOM, 'sources/acceptable-use-policy.txt'), 'utf8');
/** Late in the evening in summer it is the next day in England already. */
const NOW = new Date('2027-06-30T23:30:00Z');
const TODAY = '2027-07-01';

/** A clause is added in front of 3.1.4, so eleven get the next number; 3.2.4 is gone; 2.3 is reworded. */
const CHANGED = POLICY.replace(/^3\.1\.(\d+)$/gm, (line, last) =>
  Number(last) >= 4 ? `3.1.${Number(last) + 1}` : line,
)
  .replace(/^3\.1\.5$/m, '3.1.4\n\nYou must not use automatic translation for clinical messages.\n\n3.1.5')
  .replace(/^3\.2\.4\n\n.*\n\n/m, '')
  .replace(/^3\.2\.([567])$/gm, (_, last) => `3.2.${Number(last) - 1}`)
  .replace('It is recommended that all NHSmail user accounts enroll', 'All NHSmail user accounts must use');

/** Phrasings that the tests read; reading all of them takes a while. */
const PHRASINGS = /\/(?:3\.1\.12|3\.2\.4)\.phrasings\.yaml$/;
const filter = (path: string) => !path.endsWith('.phrasings.yaml') || PHRASINGS.test(path);

/** A known gap and labelled questions of the tests' own. */
const OWN = {
  'entries/gaps/jokes.yaml':
    'title: Jokes # ours\nfeature: aup\nanswer: No.\nask: hr\nsee: [aup/3.2.4, aup/3.1.10]\n',
  'evaluation/aup.tsv': [
    'id\tkind\tquestion\taccept',
    'T1\tplain\tMay I use my own tablet?\t3.1.12,4.3.9',
    'T2\tkeyword\tjoke round-robins\t3.2.4',
    'T3\tplain\tIs it going to rain?\tnone',
    '',
  ].join('\n'),
};

describe('A content owner who imports a new text of the policy', () => {
  let room: string;
  beforeEach(() => {
    room = mkdtempSync(join(tmpdir(), 'policy-'));
    for (const part of ['sources', 'entries/aup'])
      cpSync(join(ROOM, part), join(room, part), { recursive: true, filter });
    for (const [path, text] of Object.entries(OWN)) {
      mkdirSync(dirname(join(room, path)), { recursive: true });
      writeFileSync(join(room, path), text);
    }
  });
  afterEach(() => rmSync(room, { recursive: true, force: true }));

  const read = (path: string) => readFileSync(join(room, path), 'utf8');
  const bring = (text: string | Uint8Array, more: Partial<ImportRequest> = {}): ImportResult =>
    importPolicy({ bytes: Buffer.from(text), write: false, now: NOW, room, ...more });
  const taken = (text: string, more: Partial<ImportRequest> = {}) => {
    const result = bring(text, more);
    if (result.outcome === 'refused') assert.fail(result.reason);
    return result;
  };
  const everything = () =>
    [
      'sources/acceptable-use-policy.txt',
      'sources/sources.yaml',
      'entries/aup/3.1.4.yaml',
      'evaluation/aup.tsv',
    ].map(read);

  it('sees what was added, removed, renumbered and reworded before anything changes', () => {
    const before = everything();
    const { outcome, changes } = taken(CHANGED);
    assert.equal(outcome, 'shown');
    assert.deepEqual(
      changes.added.map(({ number }) => number),
      ['3.1.4'],
    );
    assert.deepEqual(
      changes.removed.map(({ number }) => number),
      ['3.2.4'],
    );
    assert.deepEqual(
      changes.reworded.map(({ number }) => number),
      ['2.3'],
    );
    assert.deepEqual(
      changes.renumbered.map(({ from, to }) => `${from} ${to}`),
      [
        ...Array.from({ length: 11 }, (_, at) => `3.1.${at + 4} 3.1.${at + 5}`),
        '3.2.5 3.2.4',
        '3.2.6 3.2.5',
        '3.2.7 3.2.6',
      ],
    );
    assert.deepEqual(everything(), before);
    assert.ok(!existsSync(join(room, 'after-import')));
  });

  it('sees which words changed, which phrasings need a home, and which entries and questions to look at', () => {
    const result = taken(CHANGED);
    const report = importReport(result, 'npm run knowledge -- import new.txt --yes');
    assert.match(
      report,
      /\[-It is recommended that all-\] \{\+All\+\} NHSmail user accounts \[-enroll-\] \{\+must use\+\}/,
    );
    const [homeless] = result.effects.homeless;
    assert.equal(homeless?.file, 'entries/aup/3.2.4.phrasings.yaml');
    assert.ok(homeless.count >= 60);
    assert.match(
      report,
      new RegExp(`3\\.2\\.4: ${homeless.count} in knowledge/entries/aup/3\\.2\\.4\\.phrasings\\.yaml`),
    );
    assert.match(report, /entries\/aup\/2\.3\.yaml\n {4}its clause was reworded: read its title, summary/);
    assert.match(
      report,
      /entries\/aup\/2\.16\.yaml\n {4}it names as its twin clause 2\.3, which was reworded/,
    );
    assert.match(report, /T2: joke round-robins \(3\.2\.4 is gone\)/);
    assert.match(report, /only get new numbers: T1$/m);
    assert.match(report, /Nothing was changed\..*\n {2}npm run knowledge -- import new\.txt --yes/);
  });

  it('has clauses keep their entries, phrasings and links under the new number, after saying yes', () => {
    const own = read('entries/aup/3.1.12.phrasings.yaml');
    assert.match(read('entries/aup/4.3.9.yaml'), /clause: "3\.1\.12"/);
    assert.equal(taken(CHANGED, { write: true }).outcome, 'written');
    assert.equal(read('sources/acceptable-use-policy.txt'), CHANGED);
    assert.ok(read('entries/aup/3.1.13.phrasings.yaml').startsWith(own.slice(0, 500)));
    assert.match(read('entries/aup/4.3.9.yaml'), /clause: "3\.1\.13"/);
    assert.match(read('evaluation/aup.tsv'), /^T1\t.*\t3\.1\.13,4\.3\.9$/m);
    assert.ok(!existsSync(join(room, '.policy-import')));
  });

  it('finds what is gone put aside, and no link to it left that means another clause now', () => {
    const next = read('entries/aup/3.2.5.yaml');
    taken(CHANGED, { write: true });
    assert.match(read(`after-import/${TODAY}/3.2.4.phrasings.yaml`), /chain/);
    assert.equal(read('entries/aup/3.2.4.yaml').split('\n')[0], next.split('\n')[0]);
    assert.ok(!existsSync(join(room, 'entries/aup/3.1.4.yaml')));
    assert.ok(!existsSync(join(room, 'entries/aup/3.2.7.yaml')));
    assert.match(
      read('entries/gaps/jokes.yaml'),
      /Jokes # ours\n.*see: \[aup\/3\.2\.4-removed, aup\/3\.1\.11\]/s,
    );
    assert.match(read('evaluation/aup.tsv'), /^T2\t.*\t3\.2\.4-removed$/m);
  });

  it('gets a list of what to do next', () => {
    const { tasks } = taken(CHANGED, { write: true, version: '3.10' });
    const list = read(`after-import/${TODAY}/what-to-do.md`);
    for (const task of tasks) assert.ok(list.includes(`- [ ] ${task}\n`), task);
    assert.match(list, /Write knowledge\/entries\/aup\/3\.1\.4\.yaml/);
    assert.match(list, /Give its \d+ phrasings a home/);
    assert.match(list, /npm run knowledge -- train/);
    assert.match(list, /version 3\.10/);
  });

  it('finds the day and the version recorded, and the comments kept', () => {
    taken(CHANGED, { write: true, version: ' 3.10 ' });
    const sources = read('sources/sources.yaml');
    assert.match(sources, /^# Where every statement comes from/);
    assert.equal(parse(sources).aup.version, '3.10');
    assert.equal(parse(sources).aup.imported, TODAY);
    assert.equal(parse(sources).aup.year, 'undated');
    taken(POLICY, { write: true });
    assert.equal(
      parse(read('sources/sources.yaml')).aup.version,
      undefined,
      'another text has not that version',
    );
  });

  it('is told when nothing changed, and may still record a version', () => {
    const { changes, tasks } = taken(POLICY.replaceAll('\n', '\r\n'));
    assert.equal(changes.same.length, 64);
    assert.deepEqual(tasks, []);
    assert.deepEqual(taken(POLICY, { write: true, version: '2' }).files, [
      'sources/acceptable-use-policy.txt',
      'sources/sources.yaml',
    ]);
  });

  it('sees a clause whose number now says something else as removed and added', () => {
    const { changes } = taken(
      POLICY.replace(/^You must not forward chain emails.*$/m, 'Printers belong to their ward.'),
    );
    assert.deepEqual(
      [changes.added, changes.removed].map(([clause]) => clause?.number),
      ['3.2.4', '3.2.4'],
    );
    assert.deepEqual(changes.reworded, []);
  });

  it('has an import finished that was interrupted', () => {
    mkdirSync(join(room, '.policy-import'));
    writeFileSync(join(room, '.policy-import/0'), 'title: Finished\n');
    const steps = [{ path: 'entries/aup/2.1.yaml', waiting: '0' }, { path: 'entries/aup/2.2.yaml' }];
    writeFileSync(join(room, '.policy-import/journal.json'), JSON.stringify(steps));
    assert.equal(taken(POLICY).finishedEarlier, true);
    assert.equal(read('entries/aup/2.1.yaml'), 'title: Finished\n');
    assert.ok(!existsSync(join(room, 'entries/aup/2.2.yaml')));
    assert.ok(!existsSync(join(room, '.policy-import')));
  });

  it('loses nothing to an import that stopped before it began to put files in place', () => {
    mkdirSync(join(room, '.policy-import'));
    writeFileSync(join(room, '.policy-import/0'), 'half');
    const before = everything();
    assert.equal(taken(POLICY).finishedEarlier, false);
    assert.deepEqual(everything(), before);
  });

  it('keeps the text write-protected when it was', () => {
    const file = join(room, 'sources/acceptable-use-policy.txt');
    chmodSync(file, 0o444);
    taken(CHANGED, { write: true });
    assert.equal(statSync(file).mode & 0o777, 0o444);
  });

  const refusals: [title: string, text: string | Uint8Array, reason: RegExp][] = [
    ['an empty file', ' \n', /empty/],
    [
      'a text without numbered clauses',
      'Dear all,\n\nplease find the policy attached.',
      /no numbered clauses, so it is not the policy/,
    ],
    [
      'numbers on the line of their text',
      POLICY.replace(/^(\d\.\d+(?:\.\d+)?)\n\n/gm, '$1 '),
      /no numbered clauses.*line of its own/,
    ],
    [
      'half a policy',
      POLICY.slice(0, 8000),
      /the present policy has 63\. It is not the policy, or a part of it is missing/,
    ],
    ['a PDF', '%PDF-1.7 …', /not a plain text/],
    ['a Word file', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff]), /not a plain text/],
    ['a clause that stands twice', `${POLICY}\n\n3.2.4\n\nYou must not.`, /twice in the text: 3\.2\.4/],
    [
      'a clause without its text',
      POLICY.replace(/^You must not forward chain emails.*$/m, ''),
      /no text: 3\.2\.4/,
    ],
  ];
  for (const [title, text, reason] of refusals) {
    it(`is refused ${title}, and nothing changes`, () => {
      const before = everything();
      const result = bring(text, { write: true });
      assert.equal(result.outcome, 'refused');
      assert.match(importReport(result, ''), reason);
      assert.match(importReport(result, ''), /Nothing was changed\.$/);
      assert.deepEqual(everything(), before);
    });
  }

  it('is refused a version of two lines or none', () => {
    for (const version of ['', '  ', '3\n4', 'x'.repeat(61)])
      assert.equal(bring(POLICY, { version }).outcome, 'refused');
  });
});

describe('Words that changed', () => {
  const differences: [before: string, after: string, shown: string][] = [
    [
      'You must ask first',
      'You must tell your manager first',
      'You must [-ask-] {+tell your manager+} first',
    ],
    ['one two', 'one two', '…'],
    ['', 'new', '{+new+}'],
    ['a b c d e f g h i j old', 'a b c d e f g h i j new', '… e f g h i j [-old-] {+new+}'],
  ];
  for (const [before, after, shown] of differences) {
    it(`are shown as ${shown}`, () => assert.equal(showDiff(wordDiff(before, after)), shown));
  }
});
