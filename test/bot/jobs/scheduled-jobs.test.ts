import assert from 'node:assert/strict';
import type { OpenDatabase } from '../../../bot/database/open-database.ts';
import { jobsDue, runWhenDue, type Schedule } from '../../../bot/jobs/run-when-due.ts';
import { lastDue, nextDue } from '../../../bot/jobs/scheduled-job.ts';
import { handClock } from '../../delivery/sample-delivery.ts';
import { forEachDatabase } from '../../support/databases.ts';

describe('when scheduled work was due last', () => {
  const due = (at: string, timeZone = 'Europe/London') =>
    lastDue({ dailyAtHour: 6 }, new Date(at), timeZone).toISOString();

  it('is today’s hour once it has come, and yesterday’s before', () => {
    assert.equal(due('2026-11-21T06:00:00Z'), '2026-11-21T06:00:00.000Z');
    assert.equal(due('2026-11-21T05:59:59Z'), '2026-11-20T06:00:00.000Z');
  });

  it('follows the clocks of the service’s time zone, in summer too', () => {
    assert.equal(due('2026-07-01T05:30:00Z'), '2026-07-01T05:00:00.000Z');
    assert.equal(due('2026-10-25T05:30:00Z'), '2026-10-24T05:00:00.000Z');
  });

  it('is the last full step for what is due every few minutes', () => {
    const moment = lastDue({ everyMinutes: 5 }, new Date('2026-11-21T06:09:59Z'), 'Europe/London');
    assert.equal(moment.toISOString(), '2026-11-21T06:05:00.000Z');
  });
});

describe('when scheduled work will be due next', () => {
  const next = (at: string) => nextDue({ dailyAtHour: 6 }, new Date(at), 'Europe/London').toISOString();

  it('is today’s hour before it has come, and tomorrow’s after, whatever the clocks do that night', () => {
    assert.equal(next('2026-11-21T05:59:59Z'), '2026-11-21T06:00:00.000Z');
    assert.equal(next('2026-11-21T06:00:00Z'), '2026-11-22T06:00:00.000Z');
    assert.equal(next('2026-10-24T12:00:00Z'), '2026-10-25T06:00:00.000Z');
    assert.equal(next('2026-03-28T12:00:00Z'), '2026-03-29T05:00:00.000Z');
  });

  it('is the next full step for what is due every few minutes', () => {
    const moment = nextDue({ everyMinutes: 5 }, new Date('2026-11-21T06:05:00Z'), 'Europe/London');
    assert.equal(moment.toISOString(), '2026-11-21T06:10:00.000Z');
  });
});

forEachDatabase('scheduled work', (open) => {
  async function scheduleOf(run: (now: Date) => Promise<void>, database?: OpenDatabase) {
    const clock = handClock();
    const schedule: Schedule = {
      database: database ?? (await open()),
      jobs: [{ name: 'sweep', due: { dailyAtHour: 6 }, run }],
      clock: clock.now,
      timeZone: 'Europe/London',
    };
    return { clock, schedule };
  }
  const DAY_MS = 86_400_000;

  it('runs once when it is due, and not again before the next time', async () => {
    let runs = 0;
    const { clock, schedule } = await scheduleOf(async () => void runs++);
    assert.equal(await runWhenDue(schedule, 'sweep'), true);
    assert.equal(await runWhenDue(schedule, 'sweep'), false);
    clock.forward(DAY_MS);
    assert.equal(await runWhenDue(schedule, 'sweep'), true);
    assert.equal(runs, 2);
  });

  it('is caught up once when the service was down for days', async () => {
    let runs = 0;
    const { clock, schedule } = await scheduleOf(async () => void runs++);
    await runWhenDue(schedule, 'sweep');
    clock.forward(5 * DAY_MS);
    await runWhenDue(schedule, 'sweep');
    await runWhenDue(schedule, 'sweep');
    assert.equal(runs, 2);
  });

  it('stays due when it fails', async () => {
    let isBroken = true;
    const { schedule } = await scheduleOf(async () => {
      if (isBroken) throw new Error('no database');
    });
    await assert.rejects(runWhenDue(schedule, 'sweep'), /no database/);
    assert.equal((await jobsDue(schedule)).length, 1);
    isBroken = false;
    await runWhenDue(schedule, 'sweep');
    assert.deepEqual(await jobsDue(schedule), []);
  });
});
