import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadConfig } from '../../bot/config.ts';
import { DEMONSTRATION_PEOPLE } from '../../bot/demo/demonstration-data.ts';
import { copyOf, keptAbout } from '../../privacy/about-person.ts';
import { register } from '../../privacy/register.ts';
import { deleteWhatIsPast } from '../../privacy/retention.ts';
import { type Assistant, play, startAssistant } from '../support/assistant.ts';

const DAY = 86_400_000;
const periods = loadConfig({ ASSISTANT_MODE: 'playground' }, {}).retention;

describe('what is kept', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(() => assistant.reset());
  after(() => assistant?.stop());

  const count = async (table: string) =>
    (await assistant.services.database.query(`select 1 from ${table}`)).length;
  const subject = {
    tenantId: DEMONSTRATION_PEOPLE.tenantId,
    aadObjectId: DEMONSTRATION_PEOPLE.staff.aadObjectId,
    address: DEMONSTRATION_PEOPLE.staff.address,
  };

  it('is written down for every table there is, with why and until when', async () => {
    const tables = await assistant.services.database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    assert.deepEqual(register.map(({ table }) => table).sort(), tables.map(({ name }) => name).sort());
  });

  it('is told in the privacy document, table by table', () => {
    const document = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');
    for (const { table } of register) assert.match(document, new RegExp(`^\\| \`${table}\` \\|`, 'm'), table);
  });

  it('has an end for everything about a person, or a reason that they can read', () => {
    for (const { table, about, onRequest } of register) {
      assert.equal(about === undefined, onRequest === undefined, table);
    }
  });

  it('is deleted when its period ends, and not a day sooner', async () => {
    const { database } = assistant.services;
    const chat = assistant.chat('a member of staff');
    await chat.says('when does my password run out');
    await assistant.services.settled();
    const now = assistant.clock.now();
    const at = (days: number) => new Date(now.getTime() + days * DAY);
    assert.deepEqual(await deleteWhatIsPast(database, periods, at(29)), {});
    const first = await deleteWhatIsPast(database, periods, at(31));
    assert.ok((first.dialog_state ?? 0) > 0 && (first.answered_activity ?? 0) > 0);
    assert.equal(await count('turn_record'), 1);
    assert.ok((await count('person')) > 0);
    const later = await deleteWhatIsPast(database, periods, at(401));
    assert.deepEqual(later, { turn_record: 1 });
    await deleteWhatIsPast(database, periods, at(801));
    assert.equal(await count('person'), 0);
    assert.equal(await count('conversation'), 0);
  });

  it('keeps a warning that still has to be sent, however old it is', async () => {
    const { database } = assistant.services;
    const now = assistant.clock.now();
    await database.query(
      `insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, state, not_before, planned_at, changed_at)
       values ('a', 'k', 't', 'p', '{}', 'planned', $1, $1, $1), ('b', 'k', 't', 'p', '{}', 'failed', $1, $1, $1)`,
      [now],
    );
    await database.query(
      `insert into owed_message_change (owed_id, at, state) select owed_id, $1, state from owed_message`,
      [now],
    );
    const gone = await deleteWhatIsPast(database, periods, new Date(now.getTime() + 401 * DAY));
    assert.deepEqual(gone, { owed_message: 1 });
    assert.equal(await count('owed_message_change'), 1);
  });

  it('deletes from the audit only what is past its period', async () => {
    const { database } = assistant.services;
    const now = assistant.clock.now();
    await database.query(
      `insert into audit (at, actor, what) values ($1, 'service', 'a'), ($2, 'service', 'b')`,
      [new Date(now.getTime() - 2191 * DAY), new Date(now.getTime() - 2189 * DAY)],
    );
    assert.deepEqual(await deleteWhatIsPast(database, periods, now), { audit: 1 });
    await assert.rejects(database.query('delete from audit'), /only added to/);
  });

  it('is shown to a person who asks, and to nobody else', async () => {
    const chat = assistant.chat('a member of staff');
    await play(chat, [
      [
        'what do you know about me',
        [
          'What I keep about you',
          'The address of our chat',
          'Your address as Teams gives it',
          'How long: 800 days',
        ],
      ],
    ]);
    const other = await assistant.chat('somebody with no account').says('what do you know about me');
    assert.doesNotMatch(other.text, /last report of your organisation/);
    const group = await assistant.chat('a member of staff', 'groupChat').says('what do you know about me');
    assert.match(group.text, /in our own chat/);
    assert.doesNotMatch(group.text, /address as Teams/);
  });

  it('can be had as a copy: every row about them, and none about others', async () => {
    const chat = assistant.chat('a member of staff');
    await chat.says('is my account at risk');
    const copy = JSON.stringify(await copyOf(assistant.services.database, subject));
    assert.match(copy, new RegExp(subject.address));
    assert.doesNotMatch(copy, new RegExp(DEMONSTRATION_PEOPLE.administrator.aadObjectId));
    const found = await keptAbout(assistant.services.database, subject);
    assert.equal(found.length, JSON.parse(copy).length);
  });

  it('is deleted when the person asks and says yes, but for what is named with its reason', async () => {
    const chat = assistant.chat('a member of staff');
    await chat.says('is my account at risk');
    await play(chat, [
      [
        'delete my data',
        ['Delete my data?', 'Your reminders will not come', 'to the helpers are deleted, also open ones'],
      ],
      ['[No, keep it]', '!Deleted'],
      ['delete my data', 'Delete my data?'],
      [
        '[Yes, delete it]',
        ['Deleted', 'Your questions to the helpers are gone, also open ones', 'ask your Local Administrator'],
      ],
    ]);
    await assistant.services.settled();
    const left = await keptAbout(assistant.services.database, subject);
    assert.ok(!left.some(({ kept }) => ['person', 'conversation'].includes(kept.table)));
    assert.ok(left.some(({ kept }) => kept.table === 'account'));
    // Somebody else's data is untouched.
    const others = await assistant.services.database.query('select 1 from administrator');
    assert.ok(others.length > 0);
  });
});
