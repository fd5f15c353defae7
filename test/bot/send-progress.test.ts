import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { parse } from 'csv-parse/sync';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { type Assistant, type Chat, startAssistant } from '../support/assistant.ts';
import { buttonsOf } from '../support/buttons.ts';
import { type OneDrive, startOneDrive } from '../support/one-drive.ts';

describe('a send that takes its time', () => {
  let assistant: Assistant;
  let oneDrive: OneDrive;
  let administrator: Chat;
  let staff: Chat;
  before(async () => {
    assistant = await startAssistant();
    oneDrive = await startOneDrive();
  });
  after(async () => {
    await oneDrive?.stop();
    await assistant?.stop();
  });
  beforeEach(async () => {
    await assistant.reset();
    assistant.connector.changed.length = 0;
    administrator = assistant.chat('an administrator');
    staff = assistant.chat('a member of staff');
    await administrator.installs();
    await staff.installs();
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    await administrator.presses('Send warnings');
    await administrator.presses('Send 2 warnings');
    // One of the two is asked to come back in an hour.
    assistant.connector.failWith({ status: 412, retryAfter: '3600' }, 1);
    await assistant.services.deliver();
    // The administrator has an account too, and may have been warned of it.
    administrator.received();
  });

  async function pass(seconds: number): Promise<void> {
    assistant.clock.forward(seconds * 1000);
    await assistant.services.deliver();
  }
  const cardOf = ({ attachments = [] }: Partial<Activity> = {}) => attachments[0]?.content as AdaptiveCard;
  /** The card as it stands now, in the place where it first appeared. */
  const changedTo = () => {
    const { activity } = assistant.connector.changed.at(-1) ?? {};
    assert.ok(activity, 'the card was changed');
    return cardOf(activity);
  };
  const states = async () => {
    const rows = await assistant.services.database.query<{ state: string }>(
      `select state from owed_message where kind = 'inactivity-warning' order by state`,
    );
    return rows.map(({ state }) => state);
  };
  const audited = () =>
    assistant.services.database.query(`select what, subject, after from audit where what like 'send.%'`);

  it('shows its administrator how far it is, in one place, until that is the report', async () => {
    await pass(4);
    const first = administrator.received();
    assert.equal(first.activities.length, 1);
    assert.match(first.text, /Sending warnings\n.*A9X4\)\n1 of 2 warnings done\nSent: 1\nTrying again: 1/);
    assert.equal(first.activities[0]?.summary, 'How far your warnings are');
    const place = `sent-${assistant.connector.sent.length}`;
    await pass(20);
    assert.match(plainText(changedTo()), /1 of 2 warnings done/);
    await pass(3600);
    assert.match(plainText(changedTo()), /Your warnings were sent[\s\S]*Sent: 2\nTook more than one try: 1/);
    assert.deepEqual([...new Set(assistant.connector.changed.map(({ activityId }) => activityId))], [place]);
    assert.match(administrator.received().text, /Your send is finished\n.*2 warnings sent/);
    const { database } = assistant.services;
    assert.deepEqual(await database.query(`select 1 from owed_message where kind = 'delivery-result'`), []);
  });

  it('is stopped from its card, and what has not left is never sent', async () => {
    await pass(4);
    administrator.received();
    const stopped = await administrator.presses('Stop this send');
    assert.match(stopped.text, /Stopping this send[\s\S]*Sent: 1\nCancelled: 1/);
    assert.doesNotMatch(stopped.text, /^Stop this send$/m);
    await pass(2);
    assert.match(plainText(changedTo()), /Some warnings were not delivered[\s\S]*Cancelled: 1/);
    await pass(7200);
    assert.deepEqual(await states(), ['cancelled', 'sent']);
    const [audit, ...others] = await audited();
    assert.deepEqual([audit, others.length], [{ ...(audit as object), what: 'send.stopped' }, 0]);
    assert.match((await administrator.presses('Stop this send')).text, /Cancelled: 1/, 'an old card');
    assert.equal((await audited()).length, 1);
  });

  it('is stopped by nobody else, and not by somebody who is no administrator any more', async () => {
    await pass(4);
    administrator.received();
    const [{ sendId } = { sendId: '' }] = await assistant.services.database.query<{ sendId: string }>(
      'select send_id as "sendId" from send',
    );
    assert.match((await staff.invents('hygiene.stopsend', { sendId })).text, /for Local Administrators/);
    for (const nonsense of ['', 'x', randomUUID()]) {
      const { text } = await administrator.invents('hygiene.stopsend', { sendId: nonsense });
      assert.match(text, /Only the administrator who asked/);
    }
    await assistant.services.database.query('delete from administrator');
    await administrator.presses('Stop this send');
    assert.deepEqual(await states(), ['retrying', 'sent']);
  });

  it('is no longer shown to somebody who is no administrator any more', async () => {
    await pass(4);
    await assistant.services.database.query('delete from administrator');
    await pass(20);
    assert.match(plainText(changedTo()), /no longer shown to you/);
    assert.doesNotMatch(plainText(changedTo()), /\d of/);
  });

  it('ends with a file of those who were not reached, once the administrator allowed it', async () => {
    await pass(4);
    administrator.received();
    await administrator.presses('Stop this send');
    await pass(2);
    const save = buttonsOf(changedTo()).find(({ title }) => title === 'Save who was not reached');
    assert.ok(save);
    const offer = (await administrator.invents(save.verb, save.data)).activities
      .flatMap(({ attachments = [] }) => attachments)
      .find(({ contentType }) => contentType?.endsWith('file.consent'));
    assert.equal(offer?.name, 'not-reached-2026-11-21.csv');
    assert.match(offer.content.description, /^13 people, for a spreadsheet\./);
    assert.match((await staff.invents(save.verb, save.data)).text, /for Local Administrators/);

    const place = oneDrive.place(offer.name);
    await administrator.sends({
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: {
        type: 'fileUpload',
        action: 'accept',
        context: offer.content.acceptContext,
        uploadInfo: place,
      },
    });
    const file = oneDrive.file(place);
    assert.equal(file?.length, offer.content.sizeInBytes);
    const rows = parse(file ?? '', { bom: true, columns: true }) as Record<string, string>[];
    const told = rows.map((row) => [row['What became of it'], row.Why]);
    assert.equal(rows.length, 13);
    assert.deepEqual(
      told.filter(([what]) => what === 'Cancelled'),
      [['Cancelled', 'It was cancelled before it was sent.']],
    );
    assert.equal(
      told.filter(([what, why]) => what === 'Not reachable' && why?.startsWith('They have not added')).length,
      12,
    );
    assert.equal((await audited()).length, 2);
  });

  it('has no file before it is over', async () => {
    const [send] = await assistant.services.database.query<object>('select send_id as "sendId" from send');
    assert.match((await administrator.invents('hygiene.unreached', send)).text, /still under way/);
  });
});
