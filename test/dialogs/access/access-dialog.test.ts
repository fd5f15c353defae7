import assert from 'node:assert/strict';
import { DEMONSTRATION_PEOPLE } from '../../../bot/demo/demonstration-people.ts';
import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import type { Chat } from '../../support/chat.ts';
import type { Who } from '../../support/people.ts';

const MEGAN = DEMONSTRATION_PEOPLE.staff.address;
const form = (more: Record<string, string> = {}) => ({ address: MEGAN, ods: 'A9X4', until: '', ...more });

describe('administrators', () => {
  let assistant: Assistant;
  let alex: Chat;
  let megan: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    await assistant.reset();
    alex = assistant.chat('an administrator');
    megan = assistant.chat('a member of staff');
    await megan.installs();
  });

  async function fills(chat: Chat, more?: Record<string, string>) {
    await chat.says('give someone access');
    return chat.presses('Check', { filledIn: form(more) });
  }

  const conversations: [title: string, exchanges: Exchange[], who: Who][] = [
    [
      'see who looks after their organisations',
      [
        ['menu', ['Administrators']],
        [
          '[Administrators]',
          [
            'Who looks after your organisations',
            'alex.wilber@willowbrook.example (you)',
            'Willowbrook Care (head office) (A9X4)',
            'No end day',
            'Given by the people who run this service',
          ],
        ],
        ['[Give someone access]', ['Their NHSmail address', 'Willowbrook Care at Home (C8T2)']],
        ['[Do not give access]', 'Who looks after your organisations'],
      ],
      'an administrator',
    ],
    [
      'are what this is for, and nobody else reads anything here',
      [
        ['menu', ['!Administrators']],
        ['administrators', ['!Who looks after', '!A9X4', '!@willowbrook']],
        ['give someone access', ['!Their NHSmail address', '!Willowbrook', '!@willowbrook']],
      ],
      'a member of staff',
    ],
    [
      'are not mixed up with access to mailboxes and files',
      [
        ['give someone access to my mailbox', ['!This part is for', '!Their NHSmail address']],
        ['can my manager have access to my account', ['!This part is for', '!Their NHSmail address']],
        ['remove access to a shared mailbox', ['!This part is for', '!Their NHSmail address']],
      ],
      'a member of staff',
    ],
  ];
  for (const [title, exchanges, who] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }

  it('give a colleague access until a day; the colleague is told and then sees the accounts', async () => {
    const asked = await fills(alex, { until: '2026-12-24' });
    assert.match(asked.text, /Give this person access\?/);
    assert.match(asked.text, /megan\.bowen@willowbrook\.example/);
    assert.match(asked.text, /Until 24 December 2026/);
    assert.match((await megan.says('hygiene report')).text, /for Local Administrators/, 'not yet');
    assert.match((await alex.presses('Give access')).text, /Access given/);

    await assistant.services.deliver();
    const told = megan.received();
    assert.match(told.text, /You are now an administrator\n.*Willowbrook Care \(head office\) \(A9X4\)/s);
    assert.match(told.text, /Until 24 December 2026/);
    assert.doesNotMatch(String(told.activities[0]?.summary), /Willowbrook|A9X4/);
    const report = await megan.says('hygiene report');
    assert.match(report.text, /41 accounts/);
    assert.doesNotMatch(report.text, /C8T2/, 'only what was given');

    assistant.clock.forward(33 * 24 * 3600_000 + 14 * 3600_000);
    assert.match((await megan.says('hygiene report')).text, /for Local Administrators/, 'the day is over');
  });

  it('give it once, however often the button is pressed', async () => {
    await fills(alex);
    await alex.presses('Give access');
    assistant.clock.forward(1000);
    assert.match((await alex.presses('Give access')).text, /They have it already/);
    assert.match((await fills(alex)).text, /They have it already/);
    await assistant.services.deliver();
    assert.equal(megan.received().cards.length, 1);
  });

  const refusals: [title: string, filledIn: Record<string, string>, says: RegExp][] = [
    ['a stranger', { address: 'nobody@willowbrook.example' }, /I do not know that address/],
    ['themselves', { address: 'alex.wilber@willowbrook.example' }, /cannot give access to yourself/],
    ['nobody', { address: '' }, /I do not know that address/],
    ['what they do not hold', { ods: 'A9X4,ZZ99' }, /only give access to organisations that you look after/],
    ['nothing', { ods: '' }, /Choose at least one organisation/],
    ['a day that is over', { until: '2026-11-20' }, /That day is over/],
    ['a day that there is not', { until: '31/12/2026' }, /I do not understand that day/],
  ];
  for (const [title, filledIn, says] of refusals) {
    it(`are told kindly why they cannot give access: ${title}`, async () => {
      const heard = await fills(alex, filledIn);
      assert.match(heard.text, says);
      assert.match(heard.text, /Their NHSmail address/, 'the form is there to be put right');
      assert.doesNotMatch(heard.text, /Give this person access/);
    });
  }

  it('cannot give access to a guest, or for longer than they hold it', async () => {
    await assistant.chat('a guest').installs();
    await assistant.services.database.query(
      `update person set address = 'guest@elsewhere.example', is_guest = true where aad_object_id = $1`,
      [assistant.chat('a guest').person.aadObjectId],
    );
    assert.match(
      (await fills(alex, { address: 'guest@elsewhere.example' })).text,
      /Guests cannot look after/,
    );
    await assistant.services.database.query('update administrator set expires_at = $1', [
      new Date('2027-01-01T00:00:00Z'),
    ]);
    assert.match((await fills(alex)).text, /Until 31 December 2026/, 'without a day it ends with theirs');
    const longer = await fills(alex, { until: '2027-01-01' });
    assert.match(longer.text, /Your own access ends on 31 December 2026/);
  });

  it('end it, after seeing what ends with it', async () => {
    await fills(alex);
    await alex.presses('Give access');
    await assistant.chat('a colleague').says('is my account at risk');
    await megan.says('give someone access');
    await megan.presses('Check', { filledIn: form({ address: 'priya.raman@willowbrook.example' }) });
    await megan.presses('Give access');
    const listed = await alex.says('administrators');
    assert.match(listed.text, /priya\.raman@willowbrook\.example[^@]*Given by megan\.bowen/);

    const { verb, data } = {
      verb: 'access.end',
      data: { person: DEMONSTRATION_PEOPLE.staff.aadObjectId, ods: 'A9X4' },
    };
    const asked = await alex.invents(verb, data);
    assert.match(asked.text, /End this person’s access\?/);
    assert.match(asked.text, /They gave access to priya\.raman@willowbrook\.example\. That ends too\./);
    assert.match((await megan.says('hygiene report')).text, /41 accounts/, 'nothing has ended yet');
    assert.match((await alex.presses('End access', { on: 'End this person' })).text, /Access ended/);
    assert.match((await megan.says('hygiene report')).text, /for Local Administrators/);
    assert.match((await alex.presses('End access', { on: 'End this person' })).text, /Access ended/);
    const left = await assistant.services.database.query('select 1 from administrator');
    assert.equal(left.length, 2, 'only their own');
  });

  it('read a long list page by page', async () => {
    await assistant.services.database.query(
      `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by)
       select $1, 'person ' || n, 'A9X4', 'test' from generate_series(1, 11) n`,
      [DEMONSTRATION_PEOPLE.tenantId],
    );
    assert.match((await alex.says('who has access')).text, /1 to 6 of 13/);
    assert.match((await alex.presses('More')).text, /7 to 12 of 13/);
    assert.match((await alex.presses('More')).text, /13 to 13 of 13/);
    assert.match((await alex.presses('Back')).text, /7 to 12 of 13/);
    for (const page of [-1, 1e12, 'two', null]) {
      assert.match((await alex.invents('access.list', { page })).text, /1 to 6 of 13/);
    }
  });

  it('show nothing in a chat that others read', async () => {
    const group = assistant.chat('an administrator', 'groupChat');
    for (const words of ['administrators', 'give someone access']) {
      const { text } = await group.says(words);
      assert.match(text, /private chat/);
      assert.doesNotMatch(text, /A9X4|@/);
    }
  });
});
