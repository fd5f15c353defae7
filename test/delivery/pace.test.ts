import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPace } from '../../delivery/pace.ts';

const LATEST_MS = 100;

interface Happening {
  /** How much later than it may the request starts: the process was busy. */
  late: number;
  /** How long it takes to reach Teams, of its answer time. */
  onItsWay: number;
  answerTime: number;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  late: fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(800) }),
  onItsWay: fc.nat(90),
  answerTime: fc.constant(100),
});

/** Lets requests start as soon as they may. @returns when each reached Teams. */
function arrivals(allowed: number, happenings: readonly Happening[]): number[] {
  let now = 0;
  const pace = createPace(() => now, LATEST_MS);
  const answers: { at: number; tell: () => void }[] = [];
  pace.allow(allowed);
  return happenings.map(({ late, onItsWay, answerTime }) => {
    now += pace.untilNext() + late;
    for (const answer of answers.filter(({ at }) => at <= now)) {
      const then = now;
      now = answer.at;
      answer.tell();
      now = then;
      answers.splice(answers.indexOf(answer), 1);
    }
    // An answer may have come while the process waited.
    now += pace.untilNext();
    const started = pace.start();
    answers.push({ at: now + answerTime + onItsWay, tell: started.answered });
    return now + onItsWay;
  });
}

describe('a replica that sends at its share', () => {
  it('never has Teams count more than that in any second, however busy the machine and the network are', () => {
    const quick = { late: 0, onItsWay: 0, answerTime: 100 };
    // Now and then nothing is in the way: from those it knows how long an answer takes.
    const withQuick = (all: Happening[]) =>
      all.map((each, at) => (at % 20 === 0 ? { ...quick, late: each.late } : each));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(happening, { minLength: 60, maxLength: 160 }),
        (allowed, happenings) => {
          const moments = arrivals(allowed, withQuick(happenings)).toSorted((one, other) => one - other);
          for (const [at, moment] of moments.entries()) {
            const before = moments[at - allowed] ?? Number.NEGATIVE_INFINITY;
            assert.ok(moment - before >= 1000, `${allowed + 1} in ${moment - before} ms`);
          }
        },
      ),
    );
  });

  it('holds 98 of 100 when nothing is in the way, evenly', () => {
    const moments = arrivals(
      25,
      Array.from({ length: 500 }, () => ({ late: 0, onItsWay: 5, answerTime: 100 })),
    );
    assert.ok((moments.at(-1) ?? 0) <= (499 / 25) * 1000 * (100 / 98), `${moments.at(-1)}`);
    const gaps = moments.map((moment, at) => moment - (moments[at - 1] ?? moment)).slice(1);
    assert.ok(gaps.every((gap) => gap > 30 && gap < 50));
  });

  it('makes up for most of the moments in which the machine was busy', () => {
    const busy = Array.from({ length: 500 }, (_, at) => ({
      // Of every second, a tenth.
      late: at % 22 === 0 ? 100 : 0,
      onItsWay: 5,
      answerTime: 100,
    }));
    const moments = arrivals(25, busy);
    assert.ok((moments.at(-1) ?? 0) <= (499 / 25) * 1000 * (100 / 97), `${moments.at(-1)}`);
  });

  it('sends nothing while its share is nothing', () => {
    const pace = createPace(() => 0, LATEST_MS);
    pace.allow(0);
    assert.equal(pace.untilNext(), Number.POSITIVE_INFINITY);
  });
});
