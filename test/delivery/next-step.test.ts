import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backoffMs, nextStep } from '../../delivery/next-step.ts';
import type { SendResult } from '../../delivery/sender.ts';
import { START } from './sample-delivery.ts';

const some = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const someResult: fc.Arbitrary<SendResult> = fc.oneof(
  fc.record({ kind: fc.constant('delivered' as const), activityId: fc.constantFrom('', 'a1') }),
  fc.record({
    kind: fc.constant('throttled' as const),
    status: fc.constantFrom(412, 429),
    retryAfterMs: fc.nat(900_000),
  }),
  fc.record({
    kind: fc.constant('refused' as const),
    status: fc.constantFrom(403, 404, 410),
    reason: fc.constant('no'),
  }),
  fc.record({
    kind: fc.constant('unsure' as const),
    status: fc.constantFrom(500, 502),
    reason: fc.constant('?'),
  }),
);

describe('what an answer from Teams means', () => {
  it('is never another attempt after the fifth, and never sent without an id', () => {
    fc.assert(
      fc.property(someResult, fc.integer({ min: 1, max: 5 }), some, (result, attempt, chance) => {
        const step = nextStep(result, { attempt }, START, () => chance);
        if (attempt === 5) assert.ok(step.state === 'sent' || step.state === 'failed');
        if (step.state === 'sent') assert.equal(step.activityId, 'a1');
        if ('notBefore' in step) assert.ok(step.notBefore > START);
        if (step.state === 'retrying' && result.kind === 'throttled') {
          assert.ok(step.notBefore.getTime() - START.getTime() >= (result.retryAfterMs ?? 0));
        }
      }),
    );
  });

  it('waits between half and all of a time that doubles, five minutes at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), some, (attempt, chance) => {
        const most = Math.min(5000 * 2 ** (attempt - 1), 300_000);
        const wait = backoffMs(attempt, () => chance);
        assert.ok(wait >= most / 2 && wait <= most);
      }),
    );
  });
});
