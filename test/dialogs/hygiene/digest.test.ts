import assert from 'node:assert/strict';
import { START } from '../../delivery/sample-delivery.ts';
import { type Assistant, type Chat, play, startAssistant } from '../../support/assistant.ts';

const DAY_MS = 86_400_000;

describe('an administrator’s digest', () => {
  let assistant: Assistant;
  let administrator: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    assistant.clock.forward(START.getTime() - assistant.clock.now().getTime());
    await assistant.reset();
    administrator = assistant.chat('an administrator');
    await administrator.installs();
  });

  const choice = { every: 'day', weekday: '1', quietfrom: '18', quietuntil: '9', zone: 'Europe/London' };
  const keep = (changes: Partial<typeof choice> = {}) =>
    administrator.presses('Keep this', { filledIn: { ...choice, ...changes } });
  async function dayLater() {
    assistant.clock.forward(DAY_MS);
    await assistant.services.runDueJobs();
    await assistant.services.deliver();
    return administrator.received();
  }

  it('comes when they choose it, by name of those who matter, with a notification that names nobody', async () => {
    await play(administrator, [['my digest', ['Your digest', 'How often', 'You have chosen nothing yet']]]);
    assert.match((await keep()).text, /Kept\.[\s\S]*The next one comes at 9am on 22 November 2026/);
    const { text, activities } = await dayLater();
    assert.equal(activities.length, 1);
    assert.match(text, /Your digest[\s\S]*Due soon[\s\S]*Due soonest\nMei Lin Chan/);
    assert.doesNotMatch(text, /warnings? ha|Not reached/, 'nobody was warned');
    assert.match(text, /From the report of|The oldest of these reports/);
    assert.doesNotMatch(activities[0]?.summary ?? '', /\d|Mei|Chan/);
    assert.match((await dayLater()).text, /as last time/);
  });

  it('says what is wrong with a choice that makes no sense, and keeps nothing of it', async () => {
    await administrator.says('my digest');
    for (const wrong of [{ every: 'hour' }, { weekday: '8' }, { quietfrom: '24' }, { zone: 'Mars/Base' }]) {
      assert.match((await keep(wrong)).text, /I do not understand one of these/, JSON.stringify(wrong));
    }
    assert.deepEqual(await assistant.services.database.query('select 1 from digest_choice'), []);
  });

  it('does not come when they turn it off, or never asked for it', async () => {
    assert.equal((await dayLater()).activities.length, 0);
    await administrator.says('weekly digest');
    assert.match((await keep({ every: 'off' })).text, /No digest comes/);
    assert.equal((await dayLater()).activities.length, 0);
  });

  it('is for administrators only', async () => {
    const staff = assistant.chat('a member of staff');
    assert.match((await staff.invents('hygiene.digest', {})).text, /for Local Administrators/);
    assert.match((await staff.invents('hygiene.keepdigest', choice)).text, /for Local Administrators/);
    assert.deepEqual(await assistant.services.database.query('select 1 from digest_choice'), []);
  });

  it('leads to the report', async () => {
    await administrator.says('my digest');
    await keep();
    await dayLater();
    assert.match((await administrator.presses('Hygiene report')).text, /Willowbrook/);
  });
});
