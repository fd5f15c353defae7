import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Account } from '../../hygiene/account.ts';
import { addDays, type Day, dayIn, daysBetween } from '../../hygiene/day.ts';
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
  ['a resource mailbox', unusedFor(400, { kind: 'resource' }), RULES_2022, 'exempt'],

  ['a password that ran out', unusedFor(5, { passwordExpiresOn: ago(1) }), RULES_2022, 'due', 25],
  ['a password that runs out today', unusedFor(5, { passwordExpiresOn: TODAY }), RULES_2022, 'due', 25],
  [
    'a password that runs out tomorrow',
    unusedFor(5, { passwordExpiresOn: ago(-1) }),
    RULES_2022,
    'active',
    25,
  ],
  [
    'a password that ran out, on the slides',
    unusedFor(5, { passwordExpiresOn: ago(1) }),
    DECK,
    'active',
    175,
  ],
  [
    'a password that ran out long ago',
    unusedFor(40, { passwordExpiresOn: ago(39) }),
    RULES_2022,
    'inactive',
    20,
  ],

  ['being made active again', unusedFor(200, { status: 'Enabling' }), RULES_2022, 'unknown'],
  ['made active again this week', unusedFor(200, { enabledOn: ago(6) }), RULES_2022, 'unknown'],
  ['made active again this week, on the slides', unusedFor(200, { enabledOn: TODAY }), DECK, 'unknown'],
  [
    'made active again a week ago, not used since',
    unusedFor(45, { enabledOn: ago(7) }),
    RULES_2022,
    'inactive',
    15,
  ],
  ['made active again and used since', unusedFor(1, { enabledOn: ago(4) }), RULES_2022, 'active', 29],
  [
    'made active again before its days were over',
    unusedFor(20, { enabledOn: ago(2) }),
    RULES_2022,
    'due',
    10,
  ],
  [
    'made inactive again',
    unusedFor(45, { enabledOn: ago(2), status: 'Inactive' }),
    RULES_2022,
    'inactive',
    15,
  ],

  ['active, nobody says since when', sampleAccount({ reportedOn: ago(6) }), RULES_2022, 'unknown'],
  ['active, nobody says since when, on the slides', sampleAccount({ reportedOn: ago(6) }), DECK, 'unknown'],
  ['active in a report of 29 days ago', sampleAccount({ reportedOn: ago(29) }), RULES_2022, 'unknown'],
  ['active in a report of 30 days ago', sampleAccount({ reportedOn: ago(30) }), RULES_2022, 'inactive'],
  ['active in a report of 60 days ago', sampleAccount({ reportedOn: ago(60) }), RULES_2022, 'overdue'],
  [
    'active in a report of 180 days ago, on the slides',
    sampleAccount({ reportedOn: ago(180) }),
    DECK,
    'overdue',
  ],
  [
    'inactive in a report of 29 days ago',
    sampleAccount({ status: 'Inactive', reportedOn: ago(29) }),
    RULES_2022,
    'inactive',
  ],
  [
    'inactive in a report of 30 days ago',
    sampleAccount({ status: 'Inactive', reportedOn: ago(30) }),
    RULES_2022,
    'overdue',
  ],
  ['inactive, on the slides', sampleAccount({ status: 'Inactive', reportedOn: ago(90) }), DECK, 'inactive'],
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

  describe('of a report that gives a status and no date', () => {
    const REPORT = '2026-11-15';
    const said = (status: string | null, reportedOn: string | null = REPORT) =>
      sampleAccount({ status, reportedOn });

    it('is a range of days, and never one of them', () => {
      const standing = standingOf(said('Active'), RULES_2022, TODAY);
      assert.deepEqual(standing.range, { from: '2026-11-16', to: '2026-12-15' });
      assert.deepEqual(
        [standing.happensOn, standing.daysLeft, standing.what],
        [undefined, undefined, 'made inactive'],
      );
      assert.equal(
        standing.why,
        'The report says this account is active, but not when it was last used. It can be made inactive between 16 November 2026 and 15 December 2026.',
      );
      const inactive = standingOf(said('Inactive'), RULES_2022, TODAY);
      assert.deepEqual(
        [inactive.range, inactive.what],
        [{ from: '2026-11-16', to: '2026-12-15' }, 'deleted'],
      );
      const deck = standingOf(said('Active'), DECK, TODAY);
      assert.deepEqual(deck.range, { from: '2026-11-16', to: '2027-05-14' });
    });

    it('is nothing that the report does not say', () => {
      for (const account of [
        said(null),
        said('Locked'),
        said('Pending'),
        said('Active', null),
        said('Active', ago(-1)),
      ]) {
        const { stage, range, happensOn } = standingOf(account, RULES_2022, TODAY);
        assert.deepEqual([stage, range, happensOn], ['unknown', undefined, undefined]);
      }
    });

    it('is what holds for each of the days on which the account may have been used last', () => {
      fc.assert(
        fc.property(
          someDay,
          fc.nat(400),
          fc.constantFrom('Active', 'Inactive'),
          fc.constantFrom(...PROFILES),
          (reportedOn, later, status, profile) => {
            const day = addDays(reportedOn, later);
            const { stage, range, what } = standingOf(said(status, reportedOn), profile, day);
            const { inactiveAfterDays: first, deletedAfterDays: last } = profile;
            if (status === 'Inactive' && last === null) return assert.equal(range, undefined);
            assert.ok(range && range.from <= range.to);
            const [from, to] = status === 'Active' ? [1 - first, 0] : [1 - (last ?? 0), -first];
            const stages = new Set<Stage>();
            for (let used = from; used <= to; used++) {
              const account = sampleAccount({ status, lastActiveOn: addDays(reportedOn, used) });
              const exact = standingOf(account, profile, day);
              stages.add(exact.stage);
              if (exact.what === what && exact.happensOn) {
                assert.ok(range.from <= exact.happensOn && exact.happensOn <= range.to);
              }
            }
            // The latest of the days on which it may have been used decides: it is at least so far.
            const order = [...stages].map((each) => STAGES.indexOf(each));
            if (stage !== 'unknown') assert.equal(STAGES.indexOf(stage), Math.min(...order));
            else assert.ok(stages.has('active') || stages.has('due'));
          },
        ),
      );
    });
  });

  it('waits for the first use of an account that was made active again, and says that no source decides it', () => {
    const { why, happensOn } = standingOf(unusedFor(200, { enabledOn: ago(3) }), RULES_2022, TODAY);
    assert.equal(
      why,
      'It was made active again by 18 November 2026. No source says how it is counted, so we wait 7 days.',
    );
    assert.equal(happensOn, undefined);
  });

  it('names the rule on passwords where a password decides', () => {
    const { why, rule, source, doNow } = standingOf(
      unusedFor(5, { passwordExpiresOn: ago(1) }),
      RULES_2022,
      TODAY,
    );
    assert.match(why, /^Its password ran out on 20 November 2026, so it does not count as active\./);
    assert.match(`${rule} ${source}`, /password has not run out.*Types of account status, undated/);
    assert.match(doNow[0] ?? '', /change your password/);
  });

  it('gives a leaver the reason and the rule of the day that is shown, whichever comes first', () => {
    const unusedLongBefore = standingOf(unusedFor(168, { leaverOn: TODAY }), RULES_2022, TODAY);
    assert.equal(
      unusedLongBefore.why,
      "This account was last used on 6 June 2026. This account was marked as a leaver's on 21 November 2026. It could have been deleted from 5 August 2026, so this could happen at any time.",
    );
    assert.match(unusedLongBefore.rule, /At 60 days it is deleted/);
    assert.deepEqual(unusedLongBefore.doNow[0], 'If you are not leaving, say so today.');
    const usedLately = standingOf(unusedFor(3, { leaverOn: ago(2) }), RULES_2022, TODAY);
    assert.equal(
      usedLately.why,
      "This account was marked as a leaver's on 19 November 2026. It can be deleted on 19 December 2026.",
    );
    assert.match(usedLately.rule, /marked as a leaver's is deleted after 30 days/);
  });

  it('changes at midnight where the people are, summer and winter', () => {
    const winter = sampleAccount({ lastActiveOn: '2026-06-06' });
    const summer = sampleAccount({ lastActiveOn: '2026-01-02' });
    const at = (account: Account, moment: string, zone = 'Europe/London') =>
      standingOf(account, DECK, dayIn(zone, new Date(moment))).stage;
    assert.deepEqual(
      [at(winter, '2026-12-02T23:59:59Z'), at(winter, '2026-12-03T00:00:00Z')],
      ['due', 'overdue'],
    );
    assert.deepEqual(
      [at(summer, '2026-06-30T22:59:59Z'), at(summer, '2026-06-30T23:00:00Z')],
      ['due', 'overdue'],
    );
    assert.equal(at(summer, '2026-07-01T03:59:59Z', 'America/New_York'), 'due');
  });

  it('notes a planned absence while it lasts, and that it ended until the account is used again', () => {
    const whyWith = (absentUntil: Day, used = 170) =>
      standingOf(unusedFor(used, { absentUntil }), DECK, TODAY).why;
    assert.match(whyWith(TODAY), /A planned absence is noted until 21 November 2026\./);
    assert.match(whyWith(ago(1)), /A planned absence ended on 20 November 2026\./);
    assert.doesNotMatch(whyWith(ago(9), 8), /absence/);
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

  it('never goes back, whatever the report says and leaves out, once all its days are past', () => {
    // A disabled account is kept for a time too, and then it is overdue.
    const order = (stage: Stage) => STAGES.indexOf(stage === 'disabled' ? 'inactive' : stage);
    fc.assert(
      fc.property(
        someAccount,
        fc.nat(300),
        fc.nat(300),
        fc.constantFrom(...PROFILES),
        (account, later, more, profile) => {
          const days = Object.values(account).filter((value) => /^\d{4}-\d\d-\d\d$/.test(String(value)));
          const start = [...(days as string[]), TODAY].sort().at(-1) ?? TODAY;
          const before = standingOf(account, profile, addDays(start, later));
          const after = standingOf(account, profile, addDays(start, later + more));
          if (before.stage === 'unknown' || after.stage === 'unknown') return;
          assert.ok(order(before.stage) <= order(after.stage), `${before.stage} became ${after.stage}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is unknown for ever only where nothing is known: what is known becomes unknown for a week at most', () => {
    fc.assert(
      fc.property(someAccount, fc.constantFrom(...PROFILES), (account, profile) => {
        const far = addDays(TODAY, 5000);
        const { stage, happensOn, range } = standingOf(account, profile, far);
        if (stage === 'unknown') assert.deepEqual([happensOn, range], [undefined, undefined]);
      }),
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
