import assert from 'node:assert/strict';
import { lastWeek } from '../../../bot/jobs/weekly-summary.ts';
import { addDays, dayIn } from '../../../hygiene/day.ts';
import { type Assistant, play, startAssistant } from '../../support/assistant.ts';

const DAY_MS = 86_400_000;
const ZONE = 'Europe/London';

describe('the weekly summary for administrators', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(() => assistant.reset());
  after(() => assistant?.stop());

  /** To the next Monday at ten, when the week with today in it is over. */
  function onMonday() {
    const { now, forward } = assistant.clock;
    const week = lastWeek(ZONE, new Date(now().getTime() + 7 * DAY_MS));
    forward(Date.parse(`${addDays(week.lastDay, 1)}T10:00:00Z`) - now().getTime());
    assert.equal(new Date(`${dayIn(ZONE, now())}T00:00:00Z`).getUTCDay(), 1);
  }
  async function runAndDeliver() {
    await assistant.services.settled();
    await assistant.services.runDueJobs();
    await assistant.services.deliver();
  }
  async function aWeekOfQuestions() {
    const staff = assistant.chat('a member of staff');
    await staff.says('can I forward chain emails');
    await staff.presses('Not what I asked');
    await staff.says('what is the weather on mars doing to my soup');
    const administrator = assistant.chat('an administrator');
    await administrator.installs();
    return { staff, administrator };
  }
  const summaries = () =>
    assistant.connector.sent.filter(({ activity }) => activity.summary === 'How my answers did');

  it('comes on Monday to administrators only, with counts and what went wrong most, and nobody in it', async () => {
    const { staff, administrator } = await aWeekOfQuestions();
    onMonday();
    await runAndDeliver();
    const { text } = administrator.received();
    assert.match(text, /How my answers did/);
    assert.match(text, /Not covered: 1/);
    assert.match(text, /Not what was asked: 1/);
    assert.match(text, /What went wrong most[\s\S]*not what was asked 1 time/);
    assert.match(text, /The weather\nnot covered 1 time/);
    assert.doesNotMatch(text, /soup|chain emails\?|willowbrook/i);
    assert.equal(staff.received().text, '');
  });

  it('comes once a week, however often the work is run, and again the week after', async () => {
    const { staff } = await aWeekOfQuestions();
    onMonday();
    await runAndDeliver();
    const first = summaries().length;
    assert.ok(first > 0);
    for (let day = 1; day <= 6; day++) {
      assistant.clock.forward(DAY_MS);
      await runAndDeliver();
    }
    assert.equal(summaries().length, first);
    await staff.says('can I forward chain emails');
    assistant.clock.forward(DAY_MS);
    await runAndDeliver();
    assert.equal(summaries().length, 2 * first);
  });

  it('is made up for when nothing ran on Monday', async () => {
    await aWeekOfQuestions();
    onMonday();
    assistant.clock.forward(2 * DAY_MS);
    await runAndDeliver();
    assert.ok(summaries().length > 0);
  });

  it('does not come when nothing was asked', async () => {
    await assistant.chat('an administrator').installs();
    await assistant.services.settled();
    await assistant.services.database.query('delete from turn_record');
    onMonday();
    await runAndDeliver();
    assert.deepEqual(summaries(), []);
  });

  it('is turned off by one administrator for themselves, and on again', async () => {
    const { administrator } = await aWeekOfQuestions();
    onMonday();
    await runAndDeliver();
    const everybody = summaries().length;
    administrator.received();
    assert.match((await administrator.presses('Stop sending this')).text, /is off/);
    assistant.clock.forward(7 * DAY_MS);
    await runAndDeliver();
    assert.equal(summaries().length, everybody + everybody - 1);
    assert.equal(administrator.received().text, '');
    await play(administrator, [
      ['weekly summary', ['How my answers did', 'Send this every week']],
      ['[Send this every week]', 'is on'],
      ['weekly summary', 'Stop sending this'],
      ['stop sending me the weekly summary', 'is off'],
      ['send me the weekly summary', 'is on'],
    ]);
  });

  it('is in the menu of administrators, and shown to nobody else', async () => {
    await play(assistant.chat('an administrator'), [
      ['menu', 'How my answers did'],
      ['[How my answers did]', /Stop sending this/],
    ]);
    const staff = assistant.chat('a member of staff');
    assert.doesNotMatch((await staff.says('menu')).text, /How my answers did/);
    for (const verb of ['feedback.weekly', 'feedback.weeklyoff', 'feedback.weeklyon'])
      assert.match((await staff.invents(verb, {})).text, /for Local Administrators/, verb);
  });
});

describe('the last whole week', () => {
  const week = (at: string) => lastWeek(ZONE, new Date(at));

  it('is Monday to Sunday, on a Sunday too', () => {
    for (const at of ['2026-11-23T00:00:00Z', '2026-11-25T12:00:00Z', '2026-11-29T23:59:59Z']) {
      assert.deepEqual([week(at).firstDay, week(at).lastDay], ['2026-11-16', '2026-11-22'], at);
    }
  });

  it('begins and ends at midnight there, also when the clocks change', () => {
    const { from, to } = week('2026-10-26T09:00:00Z');
    assert.equal(from.toISOString(), '2026-10-18T23:00:00.000Z');
    assert.equal(to.toISOString(), '2026-10-26T00:00:00.000Z');
  });
});
