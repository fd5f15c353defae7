import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Account } from '../../hygiene/account.ts';
import { addDays, daysBetween } from '../../hygiene/day.ts';
import type { LifecycleProfile } from '../../hygiene/lifecycle-profile.ts';
import { STAGES, type Stage } from '../../hygiene/stage-of.ts';
import { standingOf } from '../../hygiene/standing.ts';
import {
  DECK,
  PROFILES,
  RULES_2022,
  sampleAccount,
  someAccount,
  someDay,
  TODAY,
  unusedFor,
} from './sample-accounts.ts';

type Row = [title: string, account: Account, profile: LifecycleProfile, stage: Stage, daysLeft?: number];
const ago = (days: number) => addDays(TODAY, -days);

const table: Row[] = [
  ['a person who used it lately, on the slides', unusedFor(119), DECK, 'active', 61],
  ['the first day of the largest warning point', unusedFor(120), DECK, 'due', 60],
  ['the 179th day', unusedFor(179), DECK, 'due', 1],
  ['the 180th day itself', unusedFor(180), DECK, 'overdue', 0],
  ['long after the 180th day', unusedFor(400), DECK, 'overdue', 0],
  ['an account the portal made inactive', unusedFor(190, { status: 'Inactive' }), DECK, 'inactive'],
  ['an organisation that is not NAS, on the slides', unusedFor(10, { isNas: false }), DECK, 'unknown'],
  ['a shared mailbox', unusedFor(400, { kind: 'shared' }), DECK, 'exempt'],
  ['an application account', unusedFor(400, { kind: 'application' }), RULES_2022, 'exempt'],
  [
    'a deleted account, on the slides',
    unusedFor(9, { status: 'Deleted', deletedOn: ago(3) }),
    DECK,
    'removed',
  ],
  [
    'a leaver, on the slides',
    unusedFor(100, { leaverOn: ago(5), status: 'Active (Leaver)' }),
    DECK,
    'active',
    80,
  ],

  ['a person who used it lately, on the 2022 rules', unusedFor(15), RULES_2022, 'active', 15],
  ['two weeks before 30 days', unusedFor(16), RULES_2022, 'due', 14],
  ['the 30th day itself', unusedFor(30), RULES_2022, 'inactive', 30],
  ['the 59th day', unusedFor(59), RULES_2022, 'inactive', 1],
  ['the 60th day itself', unusedFor(60), RULES_2022, 'overdue', 0],
  ['the first day of a leave mark', unusedFor(3, { leaverOn: TODAY }), RULES_2022, 'due', 30],
  ['30 days after a leave mark', unusedFor(3, { leaverOn: ago(30) }), RULES_2022, 'overdue', 0],
  ['a leaver who stopped long before', unusedFor(50, { leaverOn: ago(2) }), RULES_2022, 'inactive', 10],
  ['a leave mark for a day to come', unusedFor(3, { leaverOn: addDays(TODAY, 4) }), RULES_2022, 'active', 27],
  ['a leaver without a day', unusedFor(3, { status: 'Active (Leaver)' }), RULES_2022, 'unknown'],
  [
    'deleted yesterday',
    sampleAccount({ status: 'Deleted', deletedOn: ago(1) }),
    RULES_2022,
    'restorable',
    29,
  ],
  ['deleted 30 days ago', sampleAccount({ status: 'Deleted', deletedOn: ago(30) }), RULES_2022, 'removed'],
  ['deleted, nobody says when', sampleAccount({ status: 'Deleted' }), RULES_2022, 'restorable'],
  ['deleted for good', sampleAccount({ status: 'deleted permanent' }), RULES_2022, 'removed'],
  [
    'disabled for leave',
    sampleAccount({ status: 'Disabled', disabledOn: '2025-12-01' }),
    RULES_2022,
    'disabled',
    192,
  ],
  [
    'disabled 18 months ago',
    sampleAccount({ status: 'Disabled', disabledOn: '2025-05-21' }),
    RULES_2022,
    'overdue',
    0,
  ],
  ['disabled, nobody says when', sampleAccount({ status: 'Disabled' }), RULES_2022, 'disabled'],
  ['new, not set up', sampleAccount({ createdOn: ago(20), setUpComplete: false }), RULES_2022, 'due', 10],
  [
    'set up again years later',
    unusedFor(5, { createdOn: ago(900), setUpComplete: false }),
    RULES_2022,
    'active',
    25,
  ],
  [
    'never used since it was made',
    sampleAccount({ createdOn: ago(40), neverUsed: true }),
    RULES_2022,
    'inactive',
    20,
  ],
  ['made, and nothing known of its use', sampleAccount({ createdOn: ago(2) }), RULES_2022, 'unknown'],
  ['nothing known at all', sampleAccount({ status: null }), RULES_2022, 'unknown'],
  ['a last use that is still to come', unusedFor(-1), RULES_2022, 'unknown'],
  [
    'a deletion that is still to come',
    sampleAccount({ deletedOn: addDays(TODAY, 1), status: null }),
    DECK,
    'unknown',
  ],
  ['being restored', unusedFor(3, { status: 'Restoring' }), RULES_2022, 'unknown'],
  ['a status nobody knows', unusedFor(3, { status: 'Hibernating' }), RULES_2022, 'unknown'],
  [
    'restored after a deletion',
    unusedFor(3, { status: 'Active', deletedOn: ago(9) }),
    RULES_2022,
    'active',
    27,
  ],
  ['a locked password', unusedFor(3, { status: 'Locked' }), RULES_2022, 'active', 27],
];

describe('the standing of an account', () => {
  for (const [title, account, profile, stage, daysLeft] of table) {
    it(`is ${stage} for ${title}`, () => {
      const standing = standingOf(account, profile, TODAY);
      assert.deepEqual([standing.stage, standing.daysLeft], [stage, daysLeft]);
    });
  }

  it('counts a leap day', () => {
    const account = sampleAccount({ lastActiveOn: '2028-01-31' });
    assert.equal(standingOf(account, RULES_2022, '2028-02-10').happensOn, '2028-03-01');
    assert.equal(standingOf(account, DECK, '2028-02-10').happensOn, '2028-07-29');
  });

  it('says why, by which rule and from which source', () => {
    const standing = standingOf(unusedFor(168), DECK, TODAY);
    assert.equal(
      standing.why,
      'This account was last used on 6 June 2026. 180 days without use end on 3 December 2026. It can then be de-activated.',
    );
    assert.match(standing.rule, /inactive for the last 180 days/);
    assert.match(standing.source, /2020/);
    assert.equal(standing.ruleIsQuote, true);
  });

  it('sends people at NAS sites to the helpdesk, because they have no Local Administrator', () => {
    assert.doesNotMatch(standingOf(unusedFor(168), DECK, TODAY).ask, /Local Administrator/);
    assert.match(standingOf(unusedFor(20, { isNas: false }), RULES_2022, TODAY).ask, /Local Administrator/);
  });

  it('notes a planned absence only while it lasts', () => {
    assert.match(standingOf(unusedFor(170, { absentUntil: TODAY }), DECK, TODAY).why, /planned absence/);
    assert.doesNotMatch(standingOf(unusedFor(170, { absentUntil: ago(1) }), DECK, TODAY).why, /absence/);
  });

  it('keeps to sentences of at most 20 words', () => {
    fc.assert(
      fc.property(someAccount, fc.constantFrom(...PROFILES), (account, profile) => {
        const { why, doNow, adminCan, ask } = standingOf(account, profile, TODAY);
        for (const sentence of [why, ask, ...doNow, ...adminCan].join(' ').split(/(?<=[.!?]) /)) {
          assert.ok(sentence.split(' ').length <= 20, sentence);
        }
      }),
    );
  });

  it('never goes back as days pass without use', () => {
    const order = (stage: Stage) => STAGES.indexOf(stage);
    fc.assert(
      fc.property(
        someDay,
        fc.nat(400),
        fc.nat(60),
        fc.constantFrom(...PROFILES),
        leaverOrNot,
        (used, later, more, profile, left) => {
          const account = sampleAccount({
            lastActiveOn: used,
            leaverOn: left === null ? null : addDays(used, left),
          });
          const before = standingOf(account, profile, addDays(used, later));
          const after = standingOf(account, profile, addDays(used, later + more));
          assert.ok(order(before.stage) <= order(after.stage), `${before.stage} became ${after.stage}`);
          if (before.happensOn === after.happensOn) {
            assert.equal(after.daysLeft, Math.max(0, (before.daysLeft ?? 0) - more));
          }
        },
      ),
    );
  });

  it('says active only of an account whose last use is known and recent', () => {
    fc.assert(
      fc.property(someAccount, someDay, fc.constantFrom(...PROFILES), (account, day, profile) => {
        const { stage, happensOn, daysLeft } = standingOf(account, profile, day);
        if (daysLeft !== undefined) assert.equal(daysLeft, Math.max(0, daysBetween(day, happensOn ?? day)));
        if (stage !== 'active') return;
        const from = account.lastActiveOn ?? account.createdOn;
        assert.ok(from !== null && from <= day, 'an active account has a date that is not to come');
        assert.ok(daysBetween(from, day) < profile.inactiveAfterDays || account.createdOn !== null);
      }),
    );
  });
});

const leaverOrNot = fc.option(fc.nat(90), { nil: null });
