import assert from 'node:assert/strict';
import { type Assistant, type Chat, type Exchange, play, startAssistant } from '../../support/assistant.ts';

/** What somebody does with a warning, what they read, and what is kept of it. */
type Case = [does: string, exchanges: Exchange[], kept: string[], administratorReads: RegExp | undefined];

const CASES: Case[] = [
  [
    'says that they are still here',
    [
      [
        '[I’m still here]',
        ['I have noted it', 'only using the account counts', 'log in to the NHSmail portal'],
      ],
    ],
    ['still-here'],
    undefined,
  ],
  [
    'says that they are leaving',
    [
      ['[I’m leaving]', ['Shall I tell your administrators', '!I have told them']],
      ['[Yes, tell them that I am leaving]', ['I have told them', 'warnings may still come']],
      ['[Yes, tell them that I am leaving]', 'They know already'],
    ],
    ['leaving'],
    /Megan Bowen says that they are leaving[\s\S]*due on 3 December 2026[\s\S]*mark the leaver/,
  ],
  [
    'thinks better of it',
    [
      ['[I’m leaving]', 'Shall I tell your administrators'],
      ['[No, I am not leaving]', 'Nobody was told'],
    ],
    [],
    undefined,
  ],
  [
    'says that they are leaving, and then that they are still here: it is taken back',
    [
      ['[I’m leaving]', 'Shall I tell your administrators'],
      ['[Yes, tell them that I am leaving]', 'I have told them'],
      ['[I’m still here]', ['I have noted it', 'is told that you are not leaving']],
      ['[I’m still here]', ['I have noted it', 'know that you are not leaving']],
    ],
    ['leaving', 'still-here'],
    /that they are leaving[\s\S]*Megan Bowen says that they are not leaving[\s\S]*That no longer holds/,
  ],
  [
    'says that they are leaving, then not, then leaving after all: each is told once, the last as well',
    [
      ['[I’m leaving]', 'Shall I tell your administrators'],
      ['[Yes, tell them that I am leaving]', 'I have told them'],
      ['[I’m leaving]', 'Shall I tell your administrators'],
      ['[No, I am not leaving]', ['!Nobody was told', 'is told that you are not leaving']],
      ['[No, I am not leaving]', ['!Nobody was told', 'know that you are not leaving']],
      ['[I’m leaving]', 'Shall I tell your administrators'],
      ['[Yes, tell them that I am leaving]', 'I have told them'],
    ],
    ['leaving'],
    /that they are leaving[\s\S]*that they are not leaving[\s\S]*that they are leaving/,
  ],
  [
    'asks their administrator',
    [['[Ask my administrator]', ['I have asked for you', 'ring the NHSmail helpdesk on 0333 200 1133']]],
    ['ask'],
    /Megan Bowen asks for help with a warning[\s\S]*planned absence/,
  ],
];

describe('somebody who got a warning', () => {
  let assistant: Assistant;
  let administrator: Chat;
  let staff: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    await assistant.reset();
    administrator = assistant.chat('an administrator');
    staff = assistant.chat('a member of staff');
    await administrator.installs();
    await staff.installs();
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    await administrator.presses('Send warnings');
    await administrator.presses('Send 2 warnings');
    await assistant.services.deliver();
    staff.received();
    administrator.received();
  });

  const query = <T>(sql: string) => assistant.services.database.query<T>(sql);
  const kept = async () =>
    (await query<{ answer: string }>('select answer from warning_reply order by answer')).map(
      ({ answer }) => answer,
    );
  for (const [does, exchanges, expected, reads] of CASES) {
    it(does, async () => {
      await play(staff, exchanges);
      assert.deepEqual(await kept(), expected);
      await assistant.services.deliver();
      const { text, activities } = administrator.received();
      if (reads) assert.match(text, reads);
      else assert.equal(text, '');
      assert.doesNotMatch(activities[0]?.summary ?? '', /Megan|Bowen/);
    });
  }

  it('leads the administrator to their account', async () => {
    await staff.presses('Ask my administrator');
    await assistant.services.deliver();
    administrator.received();
    assert.match((await administrator.presses('Open the account')).text, /Megan Bowen[\s\S]*Planned absence/);
  });

  it('is told that nobody can be reached when no administrator uses the assistant', async () => {
    await query('delete from administrator');
    await play(staff, [['[Ask my administrator]', 'I can reach no administrator for you']]);
  });

  it('presses an old card: it says that it is over, and telling the administrators still works', async () => {
    await query(`update owed_message set ended_at = now() where kind = 'inactivity-warning'`);
    await play(staff, [
      ['[I’m still here]', 'This warning is over'],
      ['[Ask my administrator]', 'I have asked for you'],
    ]);
    await assistant.services.deliver();
    assert.match(administrator.received().text, /Their account is in use, and no warning is open/);
    assert.deepEqual(await kept(), ['ask']);
  });

  it('presses the card of a day that has moved since, and is told that it is out of date', async () => {
    await query(
      `insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, state, attempts, activity_id,
         not_before, planned_at, changed_at)
       select replace(reason_key, '2026-12-03', '2027-06-03'), kind, tenant_id, aad_object_id, '{"date": "2027-06-03"}',
         state, 1, 'newer', not_before, planned_at, changed_at
       from owed_message where reason_key like '%megan%'`,
    );
    await play(staff, [
      ['[I’m still here]', 'This warning is out of date'],
      ['[I’m leaving]', 'This warning is out of date'],
    ]);
    assert.deepEqual(await kept(), []);
  });

  it('cannot answer for somebody else, and neither can anybody who makes up a button', async () => {
    const due = '2026-12-03';
    const colleague = assistant.chat('a colleague');
    for (const verb of ['acknowledge', 'leaving', 'askadministrator']) {
      assert.match((await colleague.invents(`hygiene.${verb}`, { due })).text, /out of date/);
    }
    assert.match((await colleague.invents('hygiene.leave', { tag: due, answer: 'yes' })).text, /out of date/);
    const group = assistant.chat('a member of staff', 'groupChat');
    assert.match((await group.invents('hygiene.leave', { tag: due, answer: 'yes' })).text, /private chat/);
    assert.deepEqual(await kept(), []);
  });

  it('answers their last warning on a card of an earlier version, which does not say its day', async () => {
    await staff.invents('hygiene.acknowledge', {});
    await staff.invents('hygiene.acknowledge', { due: ['no', 'text'] });
    assert.deepEqual(await kept(), ['still-here']);
  });
});
