import assert from 'node:assert/strict';
import { START } from '../../delivery/sample-delivery.ts';
import { type Assistant, type Chat, play, startAssistant } from '../../support/assistant.ts';

const MONDAY_9AM = new Date('2026-11-23T09:00:00Z');

describe('automatic warnings', () => {
  let assistant: Assistant;
  let administrator: Chat;
  let staff: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    assistant.clock.forward(START.getTime() - assistant.clock.now().getTime());
    await assistant.reset();
    administrator = assistant.chat('an administrator');
    staff = assistant.chat('a member of staff');
    await administrator.installs();
    await staff.installs();
  });

  /** The demonstration begins on a Saturday. */
  async function untilMonday() {
    assistant.clock.forward(MONDAY_9AM.getTime() - assistant.clock.now().getTime());
    await assistant.services.runDueJobs();
    await assistant.services.deliver();
  }
  async function openHeadOffice() {
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    return administrator.presses('Automatic warnings');
  }

  it('are shown first, turned on by a yes, and then a warning comes that nobody sent', async () => {
    const shown = await openHeadOffice();
    assert.match(shown.text, /Automatic warnings are off/);
    assert.match(shown.text, /Nothing is sent until you turn them on/);
    assert.match(shown.text, /2 people would get a warning in Teams now\. 12 people cannot be reached here/);
    assert.match(shown.text, /The first would go at 9am on 23 November 2026/);
    assert.match(shown.text, /60, 30, 14, 7 and 1 days before/);
    assert.match(shown.text, /Megan Bowen\n.*\n.*last used on 6 June 2026/);
    await play(administrator, [
      [
        '[Turn on]',
        [
          'Automatic warnings are on',
          'Turned on.',
          '!No warning waits',
          '2 warnings go at 9am on 23 November 2026',
        ],
      ],
      ['[Turn on]', 'used already'],
    ]);
    await untilMonday();
    const warning = staff.received();
    assert.equal(warning.activities.length, 1);
    assert.match(warning.text, /3 December 2026, 10 days left/);
    assert.match(warning.text, /NHSmail hygiene process, 2020\. Another rule may give an earlier day/);
    assert.doesNotMatch(warning.text, /deck-2020/);
    assert.doesNotMatch(warning.activities[0]?.summary ?? '', /\d|Megan|Bowen|de-activated/);
    await assistant.services.runDueJobs();
    await assistant.services.deliver();
    assert.equal(staff.received().activities.length, 0);
  });

  it('name those who cannot be reached here as people to tell yourself, when there is nobody else', async () => {
    await assistant.services.database.query(
      `update account set last_active_on = '2026-11-14' where address in (select lower(address) from person)`,
    );
    const { text } = await openHeadOffice();
    assert.match(text, /Nobody would get a warning now\.[\s\S]*Tell these people yourself/);
    assert.doesNotMatch(text, /Who would get one now/);
  });

  it('stay off when nobody says yes', async () => {
    await openHeadOffice();
    await untilMonday();
    assert.equal(staff.received().activities.length, 0);
  });

  it('stop when they are turned off', async () => {
    await openHeadOffice();
    await play(administrator, [
      ['[Turn on]', 'Automatic warnings are on'],
      ['[Turn off]', ['Automatic warnings are off', 'Turned off.']],
    ]);
    await untilMonday();
    assert.equal(staff.received().activities.length, 0);
  });

  it('keep to the hours that an administrator chooses, and say what is wrong with those that make no sense', async () => {
    await openHeadOffice();
    await administrator.presses('Turn on');
    assert.match((await administrator.presses('Change hours')).text, /Working hours/);
    const keep = (fromhour: string, untilhour: string, weekdays: string) =>
      administrator.presses('Keep these hours', { filledIn: { fromhour, untilhour, weekdays } });
    assert.match((await keep('17', '9', '1')).text, /end before they begin/);
    assert.match((await keep('9', '17', '')).text, /Choose at least one day/);
    assert.match((await keep('9', 'nine', '1')).text, /from when and until when/);
    const kept = await keep('11', '13', '1,2,3,4');
    assert.match(kept.text, /The hours are kept\.[\s\S]*Monday to Thursday, 11am to 1pm/);
    await untilMonday();
    assert.equal(staff.received().activities.length, 0);
    assistant.clock.forward(2 * 3_600_000);
    await assistant.services.deliver();
    assert.equal(staff.received().activities.length, 1);
  });

  it('are asked for in words, and are nobody else’s to turn on', async () => {
    await play(administrator, [['automatic warnings', 'Which organisation?']]);
    await administrator.says('hygiene report');
    await openHeadOffice();
    const invented = await staff.invents('hygiene.automatic', { ods: 'A9X4' });
    assert.match(invented.text, /for Local Administrators/);
    await untilMonday();
    assert.equal(staff.received().activities.length, 0);
  });
});

describe('automatic warnings while nobody has chosen a rule', () => {
  it('cannot be turned on', async () => {
    const assistant = await startAssistant({ lifecycleProfile: undefined });
    const { text } = await assistant.chat('an administrator').invents('hygiene.automatic', { ods: 'A9X4' });
    assert.match(text, /No inactivity rule is chosen yet/);
    await assistant.services.runDueJobs();
    await assistant.stop();
  });
});
