import assert from 'node:assert/strict';
import { type Assistant, type Chat, type Exchange, play, startAssistant } from '../support/assistant.ts';
import type { Who } from '../support/people.ts';

describe('a turn', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant.stop());
  beforeEach(() => assistant.reset());

  describe('in the main conversation', () => {
    const conversations: [title: string, who: Who, exchanges: Exchange[]][] = [
      [
        'tells a nurse whether she may use her own phone',
        'a member of staff',
        [
          [
            'can I use my own phone for nhsmail',
            [
              'Clause 3.1.12',
              '3.1 General responsibilities when using NHSmail',
              'you must gain explicit permission from your organisation to confirm this is acceptable use.',
              'NHSmail Acceptable Use Policy, NHS England, undated; text copied 21 November 2026',
            ],
          ],
        ],
      ],
      [
        'tells how long a password must be, and which year says so',
        'a member of staff',
        [['how long must my password be', ['At least 10 characters', 'slides', '2020']]],
      ],
      [
        'leads a manager to a stage, and says that the stages are those of 2020',
        'a member of staff',
        [
          ['what DSPT stage are we', ['Question 1 of 3', 'critical legal requirements']],
          ['[Yes]', 'Question 2 of 3'],
          [
            '[Not yet]',
            'Question 3 of 3',
          ],
          [
            '[Yes]',
            [
              'Entry Level',
              'Ongoing access to NHSmail, say the 2020 slides.',
              'It ended in March 2021.',
              'Approaching Standards or above',
              'The helpdesk confirms.',
              'Some of the mandatory items that the toolkit expects.',
              'https://www.dsptoolkit.nhs.uk/Account/Register',
            ],
          ],
        ],
      ],
      [
        'tells a person where their own account stands, by which rule, and what to do',
        'a member of staff',
        [
          [
            'is my account at risk',
            [
              'Your account could be de-activated on 3 December 2026 if you do not use it.',
              'megan.bowen@willowbrook.example',
              '12 days left',
              'inactive for the last 180 days',
              'slides, NHS England and NHS Improvement, 2020',
              'Log in to the NHSmail portal',
              'Another rule (NHSmail account rules, 2022) gives an earlier day',
            ],
          ],
        ],
      ],
      [
        'shows an administrator their organisations by stage',
        'an administrator',
        [['hygiene report', ['Willowbrook Care (head office) (A9X4)', 'Willowbrook Care at Home (C8T2)', 'Due soon', 'Send warnings']]],
      ],
      [
        'shows no account to a member of staff who asks for the report, and says so kindly',
        'a member of staff',
        [
          [
            'hygiene report',
            ['This part is for Local Administrators', '!@willowbrook.example', '!A9X4', '!accounts by', '!Send warnings'],
          ],
        ],
      ],
    ];
    for (const [title, who, exchanges] of conversations) {
      it(title, () => play(assistant.chat(who), exchanges));
    }

    it('welcomes a person once, however often Teams tells of the installation', async () => {
      const chat = assistant.chat('a member of staff');
      const welcomed = await chat.installs();
      assert.match(welcomed.text, /NHSmail/);
      const told = await chat.sends({ type: 'conversationUpdate', membersAdded: [{ id: '28:assistant' }] });
      assert.equal(told.text, '');
      assert.equal((await chat.presses('Can I use my own phone?')).status, 200);
    });

    it('does not greet colleagues who join', async () => {
      const chat = assistant.chat('a member of staff', 'groupChat');
      const heard = await chat.sends({ type: 'conversationUpdate', membersAdded: [{ id: '29:colleague' }] });
      assert.equal(heard.text, '');
    });

    it('forgets the address of a conversation that it was taken out of', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.installs();
      await chat.uninstalls();
      assert.deepEqual(await assistant.services.database.query('select 1 from conversation'), []);
    });

    it('gives every reply a line for the notification that gives nothing away', async () => {
      for (const [who, says] of [
        ['a member of staff', 'is my account at risk'],
        ['an administrator', 'hygiene report'],
      ] as const) {
        const { activities } = await assistant.chat(who).says(says);
        for (const { summary = '' } of activities) {
          assert.match(summary, /\S/);
          assert.doesNotMatch(summary, /\d|@|Willowbrook|Bowen|Wilber/);
        }
      }
    });
  });

  describe('that Teams delivers twice', () => {
    it('is answered once', async () => {
      const chat = assistant.chat('a member of staff');
      const { sent, text } = await chat.says('can I forward chain emails');
      assert.match(text, /3\.2\.4/);
      assert.equal((await chat.sends(sent)).text, '');
      await assistant.services.settled();
      assistant.clock.forward(60_000);
      const late = await chat.sends(sent);
      assert.deepEqual([late.status, late.text], [200, '']);
    });

    it('is answered once when both come at the same moment', async () => {
      const chat = assistant.chat('a member of staff');
      const { sent } = await chat.says('menu');
      const again = { ...sent, id: 'the-same', text: 'can I forward chain emails' };
      await Promise.all([chat.sends(again), chat.sends(again)]);
      const replies = assistant.connector.sent.filter(({ replyTo }) => replyTo === 'the-same');
      assert.equal(replies.length, 1);
    });

    it('gets the reply that could not be sent the first time', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says('what DSPT stage are we');
      assistant.connector.failWith({ status: 400 });
      const { sent, status, text } = await chat.says('yes');
      assert.deepEqual([status, text], [500, '']);
      assistant.connector.failWith(undefined);
      assistant.clock.forward(10_000);
      const again = await chat.sends(sent);
      assert.equal(again.status, 200);
      assert.match(again.text, /Question 2 of 3/);
      await assistant.services.settled();
      assert.equal((await chat.sends(sent)).text, '');
    });
  });

  describe('at the same moment as another', () => {
    const stateOf = async ({ conversationId }: Chat) =>
      assistant.services.database.query<{ version: number; state: { dialogs: { dialogStack: { state: unknown }[] } } }>(
        'select version, state from dialog_state where conversation_id = $1',
        [conversationId],
      );

    it('loses no answer of the check', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says('what DSPT stage are we');
      await Promise.all([chat.says('yes'), chat.says('not yet')]);
      const [row] = await stateOf(chat);
      assert.equal(row?.version, 3);
      const { asking, answers } = row?.state.dialogs.dialogStack[0]?.state as {
        asking: string;
        answers: Record<string, string>;
      };
      assert.equal(asking, 'published');
      assert.deepEqual(Object.values(answers).sort(), ['no', 'yes']);
      const replies = assistant.connector.sent.filter(({ conversationId }) => conversationId === chat.conversationId);
      assert.equal(replies.length, 3);
    });

    it('loses nothing when a conversation begins with two messages', async () => {
      const chat = assistant.chat('a colleague');
      const heard = await Promise.all([chat.says('menu'), chat.says('can I forward chain emails')]);
      assert.deepEqual(heard.map(({ status }) => status), [200, 200]);
      assert.equal((await stateOf(chat))[0]?.version, 2);
    });

    it('keeps two people of one group chat apart', async () => {
      const chat = assistant.chat('a member of staff', 'groupChat');
      await chat.says('what DSPT stage are we');
      const other = await chat.says('yes', { from: { id: '29:colleague', aadObjectId: 'a-colleague' } });
      assert.doesNotMatch(other.text, /Question 2/);
      assert.match((await chat.says('yes')).text, /Question 2 of 3/);
    });
  });

  describe('with a text that nobody expects', () => {
    const texts: [title: string, text: string][] = [
      ['20,000 characters', 'a'.repeat(20_000)],
      ['20,000 characters of questions', 'can I forward chain emails? '.repeat(720)],
      ['20,000 brackets', '(['.repeat(10_000)],
      ['nothing', ''],
      ['only spaces', ' \n\t\u00a0 '],
      ['only what cannot be seen', '\u200b\u200e\u202e\ufeff'],
      ['emoji', '🙂🤷🏽‍♀️👩‍⚕️'],
      ['another direction of writing', '\u202eهل يمكنني استخدام هاتفي الخاص\u202c'],
      ['half a character', 'phone \ud83d'],
      ['a zero character', 'can I forward\u0000 chain emails'],
      ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
      ['a template', '${$root.secret} {{constructor}} %s'],
      ['a query', "'; drop table account; --"],
    ];
    for (const [title, text] of texts) {
      it(`answers ${title} calmly, and remembers where it was`, async () => {
        const chat = assistant.chat('a member of staff');
        await chat.says('what DSPT stage are we');
        const heard = await chat.says(text);
        assert.equal(heard.status, 200);
        assert.ok(heard.text.length > 0);
        assert.doesNotMatch(heard.text, /something went wrong/);
        assert.match((await chat.says('yes')).text, /Question 2 of 3/);
      });
    }

    it('reads through characters that cannot be seen', async () => {
      const heard = await assistant.chat('a member of staff').says('can I for\u200bward chain e\u200dmails');
      assert.match(heard.text, /3\.2\.4/);
    });
  });

  describe('with a secret in it', () => {
    const SECRET = 'Tulip-Bicycle-77!x';
    const said = `my password is ${SECRET} and I am locked out`;

    it('keeps it out of the database, the log and the replies', async () => {
      const chat = assistant.chat('a member of staff');
      const heard = [
        await chat.says(said),
        await chat.says('hello', { attachments: [{ contentType: 'text/html', content: `<p>${said}</p>` }] }),
        await chat.says('hello', { value: { note: said }, summary: said, entities: [{ type: 'x', text: said }] }),
        await chat.invents('help.say', { say: said }),
        await chat.invents('aup.browse', { number: said }),
        await chat.invents('aup.browse', { section: said }, 'submit'),
      ];
      assert.deepEqual(heard.map(({ status }) => status), heard.map(() => 200));
      const everything = {
        database: await assistant.dump(),
        log: assistant.log.join('\n'),
        replies: JSON.stringify([assistant.connector.sent, heard.map(({ body }) => body)]),
      };
      for (const [where, text] of Object.entries(everything)) {
        assert.ok(!text.includes(SECRET), `the secret stands in the ${where}`);
        assert.ok(!text.includes('Tulip'), `part of the secret stands in the ${where}`);
      }
    });

    it('is answered with what to do, and still with an answer', async () => {
      const { text } = await assistant.chat('a member of staff').says(said);
      assert.match(text, /Please delete your last message/);
      assert.match(text, /had a password in it/);
      assert.ok(text.split('\n').length > 10, 'nothing but the advice was said');
    });

    it('keeps what people typed out of the log, secret or not', async () => {
      await assistant.chat('a member of staff').says('can my zebra forward chain emails');
      assert.doesNotMatch(assistant.log.join('\n') + (await assistant.dump()), /zebra/);
    });
  });

  describe('in which something breaks', () => {
    it('gives calm words and a reference that is in the log', async () => {
      const { database } = assistant.services;
      const chat = assistant.chat('a member of staff');
      await chat.says('menu');
      await database.query('alter table account rename to account_elsewhere');
      try {
        const { status, text } = await chat.says('is my account at risk');
        assert.equal(status, 200);
        const reference = /this reference: ([0-9A-F]{8})\./.exec(text)?.[1];
        assert.ok(reference, text);
        const line = assistant.log.find((each) => each.includes(reference)) ?? '{}';
        assert.equal(JSON.parse(line).msg, 'turn failed');
        assert.doesNotMatch(text, /relation|account"|select/);
        const pressed = await chat.presses('Is my account at risk?');
        assert.equal(pressed.status, 200);
        assert.match(JSON.stringify(pressed.body), /this reference: [0-9A-F]{8}/);
      } finally {
        await database.query('alter table account_elsewhere rename to account');
      }
      assert.match((await chat.says('is my account at risk')).text, /3 December 2026/);
    });

    it('says what it can when the roster cannot be asked', async () => {
      const chat = assistant.chat('a colleague');
      for (const failure of ['broken', { status: 500 }, { status: 403 }] as const) {
        assistant.connector.failWith(failure, 1);
        const heard = await chat.says('is my account at risk');
        assert.match(heard.text, /I have no report on your account/, JSON.stringify(failure));
      }
      assert.match((await chat.says('is my account at risk')).text, /priya\.raman@willowbrook\.example/);
    });
  });

  describe('from a button', () => {
    it('does the same for clients that do not know Action.Execute', async () => {
      const titles = ['Password help', 'What the policy says', 'Check our DSPT stage', 'Is my account at risk?', 'Ask a person'];
      for (const title of titles) {
        const heard = [];
        for (const how of ['execute', 'submit'] as const) {
          const chat = assistant.chat('a member of staff');
          await chat.says('menu');
          heard.push((await chat.presses(title, { how })).text);
        }
        assert.equal(heard[0], heard[1], title);
        assert.ok(heard[0]);
      }
    });

    it('takes the place of its card where the client can do that, and stands below it otherwise', async () => {
      const heard = [];
      for (const how of ['execute', 'submit'] as const) {
        const chat = assistant.chat('a member of staff');
        await chat.says('what DSPT stage are we');
        heard.push(await chat.presses('Yes', { how }));
      }
      const [execute, submit] = heard;
      assert.equal(execute?.text, submit?.text);
      assert.deepEqual([execute?.activities.length, submit?.activities.length], [0, 1]);
    });

    it('that is not ours says that it is out of date', async () => {
      const chat = assistant.chat('an administrator');
      for (const how of ['execute', 'submit'] as const) {
        for (const verb of ['nothing.here', '', '__proto__', 'constructor', 'hygiene', `${'x'.repeat(90)}`]) {
          const heard = await chat.invents(verb, { sendId: 'x' }, how);
          assert.equal(heard.status, 200, verb);
          assert.ok(heard.text, verb);
          assert.doesNotMatch(heard.text, /something went wrong/, verb);
        }
      }
      assert.match((await chat.invents('nothing.here', {})).text, /out of date|no longer/i);
    });

    const invented: [verb: string, data: unknown, says: RegExp][] = [
      ['help.entry', { entry: 'aup/9.9.9' }, /./],
      ['help.entry', { entry: ['aup/3.1.12'] }, /./],
      ['help.entry', {}, /./],
      ['help.say', { say: { text: 'menu' } }, /./],
      ['help.say', null, /./],
      ['aup.browse', { number: '9.9.9' }, /There is no clause/],
      ['aup.browse', { section: '3.1', page: -5 }, /General responsibilities/],
      ['aup.browse', { section: '3.1', page: 1e9 }, /General responsibilities/],
      ['aup.browse', { section: '3.1', page: 'two' }, /General responsibilities/],
      ['dspt.answer', { tag: 'legal', answer: 'yes' }, /check is over/],
      ['hygiene.propose', { ods: 'A9X4' }, /for Local Administrators/],
      ['hygiene.report', {}, /for Local Administrators/],
      ['hygiene.confirm', { sendId: 'not-an-id' }, /I cannot do that for you/],
      ['hygiene.confirm', { sendId: '00000000-0000-4000-8000-000000000000' }, /I cannot do that for you/],
      ['hygiene.cancel', { sendId: "' or 1=1 --" }, /I cannot do that for you/],
    ];
    for (const [verb, data, says] of invented) {
      it(`refuses kindly when ${verb} comes with ${JSON.stringify(data)}`, async () => {
        for (const how of ['execute', 'submit'] as const) {
          const { status, text } = await assistant.chat('a member of staff').invents(verb, data, how);
          assert.equal(status, 200);
          assert.match(text, says);
          assert.doesNotMatch(text, /something went wrong|@willowbrook|\[object/);
        }
      });
    }

    it('with data that breaks when it is read gets calm words', async () => {
      const heard = await assistant.chat('a member of staff').invents('aup.browse', { number: { toString: 1 } });
      assert.equal(heard.status, 200);
      assert.match(JSON.stringify(heard.body) + heard.text, /There is no clause|out of date|reference/);
    });

    it('shows an administrator nothing of an organisation that is not theirs', async () => {
      await assistant.services.database.query(
        "insert into organisation (ods_code, name, is_nas) values ('ZZ99', 'Somebody Else', true)",
      );
      const heard = await assistant.chat('an administrator').invents('hygiene.propose', { ods: 'ZZ99' });
      assert.match(heard.text, /for Local Administrators/);
      assert.doesNotMatch(heard.text, /Somebody Else/);
    });

    it('of an administrator does nothing when another person presses it', async () => {
      const administrator = assistant.chat('an administrator');
      await administrator.says('hygiene report');
      await administrator.presses('Send warnings', { on: 'A9X4' });
      const [send] = await assistant.services.database.query<{ id: string }>('select send_id as id from send');
      for (const verb of ['hygiene.confirm', 'hygiene.cancel']) {
        const heard = await assistant.chat('a member of staff').invents(verb, { sendId: send?.id });
        assert.match(heard.text, /I cannot do that for you/);
      }
      const [left] = await assistant.services.database.query('select state from send');
      assert.deepEqual(left, { state: 'proposed' });
      assert.deepEqual(await assistant.services.database.query('select 1 from owed_message'), []);
    });

    it('shows accounts in a chat with one person only', async () => {
      const chat = assistant.chat('an administrator', 'groupChat');
      for (const says of ['hygiene report', 'is my account at risk']) {
        const { text } = await chat.says(says);
        assert.match(text, /private chat/);
        assert.doesNotMatch(text, /@|A9X4/);
      }
    });
  });
});
