import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** From 21 November 2026 to 1 April 2027, 9:00 in London. */
const DAYS_TO_FIRST = 131;

describe('Reminders of the DSPT deadline', () => {
  let assistant: Assistant;
  // Each begins on 21 November 2026: some of them move the clock.
  beforeEach(async () => {
    assistant = await startAssistant();
  });
  afterEach(() => assistant?.stop());

  async function checked(who: 'a member of staff' | 'an administrator') {
    const chat = assistant.chat(who);
    await chat.installs();
    await chat.says('what DSPT stage are we');
    await chat.presses('Skip this step');
    await chat.says('no');
    return chat;
  }

  it('are promised 90, 30, 14, 7 and 1 days before it, once, however often they are asked for', async () => {
    const chat = await checked('a member of staff');
    for (const _ of [1, 2]) {
      const { text } = await chat.presses('Remind me');
      for (const words of [
        'I will remind you 5 times',
        '1 April 2027',
        '31 May 2027',
        '16 June 2027',
        '23 June 2027',
        '29 June 2027',
        'Deadline: 30 June 2027, 221 days left',
        'The 2020 slides say 31 March',
      ]) {
        assert.ok(text.includes(words), `${words} is not in:\n${text}`);
      }
      assert.doesNotMatch(text, /all administrators/);
    }
    const rows = await assistant.services.database.query(
      "select 1 from owed_message where kind = 'dspt-reminder'",
    );
    assert.equal(rows.length, 5);
  });

  it('arrive on their days, one at a time, and say why', async () => {
    const chat = await checked('a member of staff');
    await chat.presses('Remind me');
    await assistant.services.deliver();
    assert.equal(chat.received().text, '');
    assistant.clock.forward(DAYS_TO_FIRST * DAY_MS);
    await assistant.services.deliver();
    await assistant.services.deliver();
    const first = chat.received();
    assert.equal(first.activities.length, 1);
    assert.match(first.text, /Deadline: 30 June 2027/);
    assert.match(first.text, /You asked for this reminder, 90 days before the deadline\./);
    assert.doesNotMatch(first.activities[0]?.summary ?? '', /toolkit|DSPT|\d/i);
  });

  it('stop when the person says so, and can be asked for again', async () => {
    const chat = await checked('a member of staff');
    await chat.presses('Remind me');
    assert.match((await chat.presses('Stop these reminders')).text, /reminders are stopped/);
    assert.match((await chat.invents('dspt.forget', {})).text, /no toolkit reminders to stop/);
    assistant.clock.forward(DAYS_TO_FIRST * DAY_MS);
    await assistant.services.deliver();
    assert.equal(chat.received().text, '');
    assert.match((await chat.presses('Remind me')).text, /I will remind you 4 times/);
  });

  it('are about next year when it is too late for this one', async () => {
    const chat = await checked('a member of staff');
    assistant.clock.forward(221 * DAY_MS);
    assert.match((await chat.presses('Remind me')).text, /Deadline: 30 June 2028, 366 days left/);
  });

  it('are turned on by an administrator for all administrators of their organisation', async () => {
    const chat = await checked('an administrator');
    assert.match((await chat.presses('Remind me')).text, /A9X4: Willowbrook[\s\S]*Remind all at A9X4/);
    const { text } = await chat.presses('Remind all at A9X4');
    assert.match(text, /The administrators of .*A9X4.* will be reminded/);
    assert.match(text, /That is you alone\./);
  });

  it('are not turned on for an organisation by somebody who does not administer it', async () => {
    const chat = await checked('a member of staff');
    assert.match((await chat.invents('dspt.remindall', { ods: 'A9X4' })).text, /for Local Administrators/);
    const rows = await assistant.services.database.query(
      "select 1 from owed_message where kind = 'dspt-reminder'",
    );
    assert.equal(rows.length, 0);
  });
});
