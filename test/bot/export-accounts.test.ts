import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { type Assistant, type Chat, startAssistant } from '../support/assistant.ts';
import type { Heard } from '../support/chat.ts';
import { type OneDrive, startOneDrive, type UploadInfo } from '../support/one-drive.ts';

interface Consent {
  name: string;
  content: { description: string; sizeInBytes: number; acceptContext: object; declineContext: object };
}

describe('exporting accounts', () => {
  let assistant: Assistant;
  let oneDrive: OneDrive;
  let chat: Chat;
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
    oneDrive.failWith(undefined);
    chat = assistant.chat('an administrator');
  });

  const audited = () =>
    assistant.services.database.query('select what, ods_code as ods, after from audit order by audit_id');
  const consentIn = ({ activities }: Heard): Consent => {
    const offers = activities.flatMap(({ attachments }) => attachments ?? []);
    const offer = offers.find(
      ({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.consent',
    );
    assert.ok(offer, 'a file is offered');
    return offer as Consent;
  };
  async function offered(): Promise<Consent> {
    await chat.says('hygiene report');
    return consentIn(await chat.presses('Export'));
  }
  /** What Teams sends when a person has pressed "Allow" on the offer. */
  const accepts = (offer: Consent, uploadInfo: UploadInfo, by = chat) =>
    by.sends({
      type: 'invoke',
      name: 'fileConsent/invoke',
      replyToId: 'the-offer',
      value: { type: 'fileUpload', action: 'accept', context: offer.content.acceptContext, uploadInfo },
    });
  const rowsOf = (file: Buffer | undefined) =>
    parse(file ?? '', { bom: true, columns: true }) as Record<string, string>[];

  it('writes what the administrator may see into their OneDrive, once they allowed it, and audits it', async () => {
    await assistant.services.database.query(
      `update account set display_name = '=HYPERLINK("http://evil.example")' where address like 'priya.%'`,
    );
    const offer = await offered();
    assert.equal(offer.name, 'accounts-2026-11-21.csv');
    assert.match(offer.content.description, /^62 accounts, for a spreadsheet\./);
    assert.deepEqual(await audited(), []);
    const place = oneDrive.place(offer.name);
    const heard = await accepts(offer, place);
    assert.equal(heard.status, 200);
    const [info] = heard.activities.flatMap(({ attachments }) => attachments ?? []);
    assert.deepEqual(info, {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl: place.contentUrl,
      name: place.name,
      content: { uniqueId: place.uniqueId, fileType: 'csv' },
    });
    const file = oneDrive.file(place);
    assert.equal(file?.length, offer.content.sizeInBytes);
    const rows = rowsOf(file);
    assert.equal(rows.length, 62);
    const patrick = rows.find(({ Name }) => Name === 'Patrick Donnelly');
    assert.equal(patrick?.['Days left'], '1');
    assert.equal(patrick?.Stage, 'Due soon');
    assert.match(patrick?.Why ?? '', /last used on 26 May 2026/);
    assert.ok(rows.some(({ Name }) => Name === `'=HYPERLINK("http://evil.example")`));
    assert.deepEqual(await audited(), [
      { what: 'accounts.exported', ods: null, after: { accounts: 62, stage: 'any', search: '' } },
    ]);
    assert.equal(assistant.connector.changed.at(-1)?.activityId, 'the-offer', 'the offer is taken away');
    assert.ok(!assistant.log.join('').includes(place.uploadUrl));
    assert.ok(!(await assistant.dump()).includes(place.uploadUrl));
  });

  it('writes the list that is shown, of the organisation that is shown', async () => {
    await chat.says('hygiene report');
    await chat.presses('Show', { filledIn: { ods: 'A9X4', stage: 'overdue', find: '' } });
    const offer = consentIn(await chat.presses('Export'));
    const place = oneDrive.place(offer.name);
    await accepts(offer, place);
    assert.deepEqual(
      rowsOf(oneDrive.file(place)).map(({ Name }) => Name),
      ['Hannah Whitlock', 'Ivor Prosser', 'Sofia Russo'],
    );
  });

  it('is asked for in words too', async () => {
    const offer = consentIn(await chat.says('export my accounts to a spreadsheet'));
    assert.match(offer.content.description, /^62 accounts/);
  });

  it('writes nothing when the administrator declines', async () => {
    const offer = await offered();
    const value = { type: 'fileUpload', action: 'decline', context: offer.content.declineContext };
    const { text } = await chat.sends({ type: 'invoke', name: 'fileConsent/invoke', value });
    assert.match(text, /No file was made/);
    assert.deepEqual(await audited(), []);
  });

  it('gives a long list in ranges that fit together, in pages that nobody holds all at once', async () => {
    const { database } = assistant.services;
    await database.query(
      `insert into account (address, ods_code, display_name, kind, status, last_active_on, changed_in)
       select 'person' || n || '@willowbrook.example', 'A9X4', rpad('Person ' || n, 2400, ' Featherstonehaugh'), 'user', 'Active', date '2026-08-01', 1
       from generate_series(1, 1500) n`,
    );
    const offer = await offered();
    const place = oneDrive.place(offer.name);
    await accepts(offer, place);
    assert.ok(oneDrive.ranges(place) > 1);
    const addresses = rowsOf(oneDrive.file(place)).map(({ Address }) => Address);
    assert.equal(new Set(addresses).size, 1562);
  });

  it('refuses everybody else who sends the same answer', async () => {
    const offer = await offered();
    for (const who of ['a member of staff', 'a guest', 'a colleague'] as const) {
      const place = oneDrive.place(offer.name);
      const { text } = await accepts(offer, place, assistant.chat(who));
      assert.match(text, /This part is for Local Administrators/);
      assert.equal(oneDrive.ranges(place), 0);
    }
    const inGroup = assistant.chat('an administrator', 'groupChat');
    assert.match((await accepts(offer, oneDrive.place(offer.name), inGroup)).text, /private chat/);
    await assistant.services.database.query(`delete from administrator where ods_code = 'A9X4'`);
    const place = oneDrive.place(offer.name);
    await accepts(offer, place);
    assert.equal(rowsOf(oneDrive.file(place)).length, 21, 'only what they still administer');
    const gone = {
      ...offer,
      content: { ...offer.content, acceptContext: { verb: 'hygiene.exported', ods: 'A9X4' } },
    };
    assert.match((await accepts(gone, oneDrive.place('x.csv'))).text, /There is nothing to export/);
  });

  it('writes to no other host than those on which Teams keeps files', async () => {
    const offer = await offered();
    const place = oneDrive.place(offer.name);
    for (const uploadUrl of [
      'https://evil.example/upload',
      'https://willowbrook.sharepoint.com.evil.example/upload',
      'http://willowbrook.sharepoint.com/upload',
      'file:///etc/passwd',
    ]) {
      assert.match((await accepts(offer, { ...place, uploadUrl })).text, /The file could not be written/);
    }
  });

  it('says so when the file is not taken, and can be asked again', async () => {
    const offer = await offered();
    oneDrive.failWith(503);
    assert.match((await accepts(offer, oneDrive.place(offer.name))).text, /could not be written/);
    oneDrive.failWith(undefined);
    const place = oneDrive.place(offer.name);
    await accepts(offer, place);
    assert.equal(rowsOf(oneDrive.file(place)).length, 62);
  });

  it('is written once when Teams sends the answer twice and the person types meanwhile', async () => {
    const offer = await offered();
    const place = oneDrive.place(offer.name);
    const [one, other] = await Promise.all([accepts(offer, place), accepts(offer, place), chat.says('menu')]);
    assert.doesNotMatch(`${one.text}${other.text}`, /could not be written/);
    assert.equal(oneDrive.ranges(place), 1);
    assert.equal((await audited()).length, 1);
  });
});
