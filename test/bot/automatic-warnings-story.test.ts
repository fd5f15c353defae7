import assert from 'node:assert/strict';
import { START } from '../delivery/sample-delivery.ts';
import { addReport, unusedFor } from '../hygiene/sample-accounts.ts';
import { type Assistant, type Chat, startAssistant } from '../support/assistant.ts';

const STEP_MS = 4 * 3_600_000;

/** Some days at Willowbrook, from Saturday 21 November 2026. Megan Bowen is due on 3 December. */
describe('a fortnight with automatic warnings', () => {
  let assistant: Assistant;
  let administrator: Chat;
  let staff: Chat;
  before(async () => {
    assistant = await startAssistant();
    administrator = assistant.chat('an administrator');
    staff = assistant.chat('a member of staff');
    await administrator.installs();
    await staff.installs();
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    await administrator.presses('Automatic warnings');
    await administrator.presses('Turn on');
    await administrator.says('my digest');
    const filledIn = { every: 'day', weekday: '1', quietfrom: '18', quietuntil: '8', zone: 'Europe/London' };
    await administrator.presses('Keep this', { filledIn });
  });
  after(() => assistant?.stop());

  /** Lets time pass a few hours at a time, with all that happens meanwhile. */
  async function until(moment: string) {
    for (const end = new Date(moment); assistant.clock.now() < end; ) {
      const left = end.getTime() - assistant.clock.now().getTime();
      assistant.clock.forward(Math.min(STEP_MS, left));
      await assistant.services.runDueJobs();
      await assistant.services.deliver();
    }
  }

  it('begins quietly: nobody is warned at the weekend, and the administrator has their digest', async () => {
    assert.equal(assistant.clock.now().toISOString(), START.toISOString());
    await until('2026-11-23T08:30:00Z');
    assert.equal(staff.received().text, '');
    const { text, activities } = administrator.received();
    assert.match(text, /Your digest[\s\S]*Not reached/);
    assert.equal(activities.length, 2, 'Sunday’s and Monday’s');
  });

  it('warns on Monday in working hours', async () => {
    await until('2026-11-23T12:00:00Z');
    assert.match(staff.received().text, /3 December 2026, 10 days left/);
    assert.match(
      administrator.received().text,
      /de-activated/,
      'the administrator’s own account is due as well',
    );
  });

  it('tells the administrator by name when seven days are left and nobody has answered', async () => {
    await until('2026-11-25T12:00:00Z');
    assert.doesNotMatch(administrator.received().text, /No answer to their warning/);
    await until('2026-11-26T08:30:00Z');
    assert.match(administrator.received().text, /No answer to their warning[\s\S]*Megan Bowen/);
    await until('2026-11-26T12:00:00Z');
    assert.match(staff.received().text, /7 days left/);
  });

  it('leaves somebody out of the next digest who has answered', async () => {
    await staff.presses('I’m still here');
    administrator.received();
    await until('2026-11-27T08:30:00Z');
    assert.doesNotMatch(administrator.received().text, /Megan Bowen\n.*\nDue on/);
  });

  it('warns nobody any more when the account is in use again, and the card on screen says so', async () => {
    const arrivedFor = ({ conversationId }: Chat) =>
      assistant.connector.sent.filter((each) => each.conversationId === conversationId).length;
    const before = arrivedFor(staff);
    await addReport(assistant.services.database, '2026-11-27', [
      unusedFor(-6, { address: 'megan.bowen@willowbrook.example', odsCode: 'A9X4' }),
    ]);
    await until('2026-12-02T12:00:00Z');
    assert.equal(arrivedFor(staff), before, 'nothing new arrives');
    const changed = assistant.connector.changed.filter(
      ({ conversationId }) => conversationId === staff.conversationId,
    );
    assert.equal(changed.length, 2, 'each of the two warnings, once');
    assert.match(JSON.stringify(changed[0]?.activity), /Your account is in use again/);
  });
});
