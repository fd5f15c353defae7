import assert from 'node:assert/strict';
import fc from 'fast-check';
import { giveUpLease, inUse, LEASE_IS_USED_MS, type Lease, renewLease } from '../../delivery/rate-share.ts';

const SECOND = 1000;

interface Step {
  replica: string;
  /** Milliseconds since the step before. */
  later: number;
  does: 'renew' | 'give up' | 'nothing';
}

const step: fc.Arbitrary<Step> = fc.record({
  replica: fc.constantFrom('a', 'b', 'c'),
  later: fc.nat(1500),
  does: fc.constantFrom('renew', 'renew', 'renew', 'give up', 'nothing'),
});

/** What each replica may have sent in the second that ends now, if it uses its share to the full. */
function inTheLastSecond(history: { at: number; share: number; until: number }[], now: number): number {
  const held = history.filter(({ at, until }) => at <= now && until > now - SECOND);
  return Math.max(0, ...held.map(({ share }) => share));
}

describe('replicas that share the rate', () => {
  it('never send more than the limit in any second together, however they come and go', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (steps, total) => {
        let leases: Lease[] = [];
        let now = 0;
        const histories = new Map<string, { at: number; share: number; until: number }[]>();
        for (const { replica, later, does } of steps) {
          now += later;
          const history = histories.get(replica) ?? [];
          histories.set(replica, history);
          const last = history.at(-1);
          if (does === 'renew') {
            const renewal = renewLease(leases, replica, now, total);
            leases = renewal.leases;
            if (last) last.until = Math.min(last.until, now);
            history.push({ at: now, share: renewal.share, until: now + LEASE_IS_USED_MS });
          } else if (does === 'give up') {
            leases = giveUpLease(leases, replica, now);
            if (last) last.until = Math.min(last.until, now);
          }
          const sent = [...histories.values()].reduce((sum, each) => sum + inTheLastSecond(each, now), 0);
          assert.ok(sent <= total, `${sent} of ${total}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('have equal shares, and all of the rate, after three seconds', () => {
    let leases: Lease[] = [];
    const shares = new Map<string, number>();
    for (let now = 0; now <= 3 * SECOND; now += SECOND / 2) {
      for (const replica of ['a', 'b', 'c']) {
        // The first has been sending alone.
        if (replica !== 'a' && now === 0) continue;
        const renewal = renewLease(leases, replica, now, 50);
        leases = renewal.leases;
        shares.set(replica, renewal.share);
      }
    }
    assert.deepEqual([...shares.values()].toSorted(), [16, 17, 17]);
  });

  it('leave all of it to the one that is left when the other is killed', () => {
    const alone = renewLease([], 'a', 0, 50);
    const both = renewLease(alone.leases, 'b', 2000, 50);
    assert.equal(both.share, 0);
    assert.equal(renewLease(both.leases, 'b', 3900, 50).share, 0);
    assert.equal(renewLease(both.leases, 'b', 4000, 50).share, 50);
  });

  it('leave it sooner when the other has nothing more to send', () => {
    const { leases } = renewLease([], 'a', 0, 50);
    const given = giveUpLease(leases, 'a', 500);
    assert.equal(renewLease(given, 'b', 1500, 50).share, 0);
    assert.equal(renewLease(given, 'b', 1600, 50).share, 50);
    assert.ok(given.every((lease) => inUse(lease, 1600) === 0));
  });
});
