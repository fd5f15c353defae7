import assert from 'node:assert/strict';
import { type Assistant, type Chat, type Exchange, play, startAssistant } from '../../support/assistant.ts';

/** The button of an organisation says what there is to do in it. */
const HEAD_OFFICE = '[Willowbrook Care (head office) (A9X4): 13 due, 3 past their day, 41 accounts]';

describe('an administrator', () => {
  let assistant: Assistant;
  let chat: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    await assistant.reset();
    chat = assistant.chat('an administrator');
  });

  const audit = () =>
    assistant.services.database.query<{ what: string; subject: string }>(
      'select what, subject from audit order by audit_id',
    );

  describe('who looks at the report', () => {
    const conversations: [title: string, exchanges: Exchange[]][] = [
      [
        'sees all their organisations by stage, the accounts due soonest, and how old the report is',
        [
          [
            'hygiene report',
            [
              'All your organisations (2)',
              'The oldest of these reports is of 15 November 2026, 6 days old.',
              '62 accounts\nIn use 13\nDue soon 13\n',
              'Past its day 3',
              '2 planned absences.',
              'Willowbrook Care (head office) (A9X4)\n13 due, 3 past their day, 41 accounts',
              'Due soonest\n1 to 5 of 13\nPatrick Donnelly',
              '22 November 2026, 1 day left',
              'NHSmail hygiene process, 2020. Source: ',
              'choose one organisation first',
              '!\nSend warnings',
              '!Previous',
            ],
          ],
        ],
      ],
      [
        'opens one organisation and sends its warnings from there',
        [
          ['hygiene report', 'Willowbrook Care at Home'],
          [
            HEAD_OFFICE,
            ['Willowbrook Care (head office) (A9X4)', '41 accounts', 'Send warnings', '!Most to do'],
          ],
          ['[Send warnings]', 'Nothing has been sent yet'],
        ],
      ],
      [
        'goes on to the next page and back, without the chart',
        [
          ['hygiene report', '1 to 5 of 13'],
          ['[Next]', ['6 to 10 of 13', '!accounts\nIn use']],
          ['[Next]', ['11 to 13 of 13', '!\nNext']],
          ['[Previous]', '6 to 10 of 13'],
        ],
      ],
      [
        'opens one stage from the chart',
        [
          ['hygiene report', 'Past its day 3'],
          [
            '[Past its day: 3]',
            ['Past its day\n1 to 3 of 3', 'Sofia Russo', 'Since 21 November 2026', '!Patrick Donnelly'],
          ],
        ],
      ],
      [
        'sees the planned absences among the rest',
        [
          ['hygiene report', '2 planned absences.'],
          [
            '[2 planned absences.]',
            ['Abena Mensah', 'Planned absence until 20 January 2027.', 'Rosa Delgado'],
          ],
        ],
      ],
    ];
    for (const [title, exchanges] of conversations) it(title, () => play(chat, exchanges));

    it('chooses an organisation and a list, and looks for a name, in the form of the card', async () => {
      await chat.says('hygiene report');
      const shown = await chat.presses('Show', { filledIn: { ods: 'C8T2', stage: 'any', find: '' } });
      assert.match(shown.text, /Willowbrook Care at Home \(C8T2\)[\s\S]*All accounts\n1 to 5 of 21/);
      const found = await chat.presses('Show', { filledIn: { ods: '-', stage: 'next', find: 'petrova' } });
      assert.match(found.text, /All accounts with “petrova”\n1 to 1 of 1\nElena Petrova/);
      const nobody = await chat.presses('Show', { filledIn: { ods: '', stage: '', find: 'nobody at all' } });
      assert.match(nobody.text, /with “nobody at all”\nNo account\./);
    });

    it('is told that a report is too old to act on, and is offered no warnings', async () => {
      await assistant.services.database.query('update report set taken_on = taken_on - 60');
      await chat.says('hygiene report');
      const { text } = await chat.presses(/head office/);
      assert.match(text, /66 days old, too old to act on\.\nDo not act on this: .* up to 14 days\./);
      assert.doesNotMatch(text, /^Send warnings$/m);
    });

    it('gets a card that Teams can carry, with 70 organisations too', async () => {
      const { database } = assistant.services;
      await database.query(
        `insert into organisation (ods_code, name, is_nas)
         select 'Z' || n, 'Oakleigh Residential and Nursing Care Group Limited, home number ' || n, true
         from generate_series(1, 70) n`,
      );
      await database.query(
        `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by)
         select $1, $2, ods_code, 'test' from organisation where ods_code like 'Z%'`,
        [chat.person.tenantId, chat.person.aadObjectId],
      );
      const { text, cards } = await chat.says('hygiene report');
      assert.match(text, /All your organisations \(72\)/);
      assert.ok(Buffer.byteLength(JSON.stringify(cards)) < 40 * 1024);
      assert.match((await chat.presses('Show', { filledIn: { ods: 'c8t2' } })).text, /at Home \(C8T2\)/);
      assert.match(
        (await chat.presses('Show', { filledIn: { ods: 'NO1' } })).text,
        /You do not administer NO1/,
      );
    });
  });

  describe('who asks in words', () => {
    const conversations: [title: string, exchanges: Exchange[]][] = [
      [
        'opens the one account that is meant',
        [['search for elena petrova', ['elena.petrova@', 'Why', 'Due soon']]],
      ],
      [
        'gets a list where several are meant',
        [
          [
            'find the account of mar',
            ['with “mar”', 'Olivia Marsh', 'Due soon: 16 January 2027', 'Martha Quayle'],
          ],
        ],
      ],
      ["finds somebody's account", [["find Ruth Ashdown's account", 'ruth.ashdown@willowbrook.example']]],
      ['sees who is due', [['who is due', ['Due soonest', 'Patrick Donnelly']]]],
      ['sees who is overdue', [["who's overdue?", ['Past its day\n1 to 3 of 3', 'Sofia Russo']]]],
      ['sees all accounts', [['show my accounts', 'All your organisations (2)']]],
      ['still gets answers from the sources', [['search the policy for chain emails', ['!No account']]]],
    ];
    for (const [title, exchanges] of conversations) it(title, () => play(chat, exchanges));

    it('is the only one whose words mean accounts', async () => {
      const { text } = await assistant.chat('a member of staff').says('search for elena petrova');
      assert.doesNotMatch(text, /elena\.petrova@|Local Administrators/);
    });
  });

  describe('who opens an account', () => {
    beforeEach(async () => {
      await chat.says('hygiene report');
    });

    it('reads why it stands there, by which rule, what the report says and what can be done', async () => {
      const { text } = await chat.presses(/^Patrick Donnelly/);
      for (const words of [
        'Patrick Donnelly\npatrick.donnelly@willowbrook.example\nWillowbrook Care (head office) (A9X4)',
        'Due soon\nCould be de-activated on 22 November 2026, 1 day left',
        'This account was last used on 26 May 2026.',
        'inactive for the last 180 days',
        'NHSmail and DSPT slides, NHS England and NHS Improvement, 2020',
        'From the report of 15 November 2026, 6 days old.',
        'Last used: 26 May 2026',
        'Ask this person to use the account.',
        'What was decided\nNothing yet.',
      ]) {
        assert.ok(text.includes(words), `${text}\nlacks ${words}`);
      }
      assert.match((await chat.presses('Back to the report')).text, /1 to 5 of 13/);
    });

    it('notes a planned absence with who approved it, undoes it, and both are in the audit', async () => {
      await chat.presses(/^Patrick Donnelly/);
      await chat.presses('Planned absence');
      const kept = await chat.presses('Keep this', { filledIn: { day: '2027-06-01', approver: 'Sam Lee' } });
      assert.match(kept.text, /^Kept\. No warning goes to this person until the absence ends\./);
      assert.match(kept.text, /Planned absence until 1 June 2027\. Approved by Sam Lee\./);
      assert.match(kept.text, /21 November 2026, by you/);
      const undone = await chat.presses('Undo the last decision');
      assert.match(undone.text, /^Undone\./);
      assert.doesNotMatch(undone.text, /^Undo the last decision$/m);
      assert.deepEqual(
        (await audit()).map(({ what }) => what),
        ['account.marked-absent', 'account.decision-undone'],
      );
    });

    it('is told plainly what is wrong with the form, and finds it filled in as they left it', async () => {
      await chat.presses(/^Patrick Donnelly/);
      await chat.presses('Planned absence');
      const filledIn = { day: '2020-06-01', approver: 'Sam (maternity leave, 6 months)' };
      const { text, cards } = await chat.presses('Keep this', { filledIn });
      assert.match(text, /That day is today or in the past/);
      assert.match(text, /Write only a name\. Please give no reason\./);
      const inputs = JSON.stringify(cards);
      for (const typed of Object.values(filledIn)) assert.ok(inputs.includes(`"value":"${typed}"`));
      assert.deepEqual(await audit(), []);
    });

    it('marks a leaver, a mailbox that is shared, and an account that is still needed', async () => {
      await chat.presses(/^Patrick Donnelly/);
      await chat.presses('Leaver');
      const left = await chat.presses('Keep this', { filledIn: { day: '2026-11-20' } });
      assert.match(left.text, /A leaver from 20 November 2026\.\nA leaver from/);
      assert.match((await chat.presses('Still needed')).text, /The account still has to be used/);
      const shared = await chat.presses('It is a shared mailbox');
      assert.match(shared.text, /Exempt\n[\s\S]*Counts as a shared mailbox\./);
      assert.match(shared.text, /Kind: A person’s account/);
      assert.doesNotMatch(shared.text, /^It is a shared mailbox$/m);
      assert.match(
        (await chat.presses('It is an application account')).text,
        /Counts as an application account/,
      );
    });

    it('reads that a leaver of the report gets no warning, and says that the account is still needed', async () => {
      assert.match(
        (await chat.says('hygiene report')).text,
        /Lucy Fairbairn[\s\S]{0,120}Leaver, gets no warning\./,
      );
      const leaver = await chat.presses(/^Lucy Fairbairn/);
      assert.match(leaver.text, /marked as a leaver, so they get no warning/);
      assert.doesNotMatch(leaver.text, /Ask this person to use the account|mark them as a leaver/);
      const needed = await chat.presses('Still needed');
      assert.match(needed.text, /Ask this person to use the account/);
      assert.doesNotMatch(needed.text, /so they get no warning/);
      assert.doesNotMatch((await chat.says('hygiene report')).text, /Leaver, gets no warning/);
    });

    it('takes a reminder back', async () => {
      await chat.presses(/^Patrick Donnelly/);
      await chat.presses('Remind me');
      await chat.presses('Remind me', { on: '9am', filledIn: { day: '2026-11-24' } });
      const stopped = await chat.presses('Stop the reminder');
      assert.match(stopped.text, /^I will not remind you\./);
      assert.doesNotMatch(stopped.text, /24 November/);
    });

    it('is told that an older card is out of date, and shown how the account stands now', async () => {
      await chat.presses(/^Patrick Donnelly/);
      await chat.presses('Still needed');
      await chat.presses('It is a shared mailbox');
      const older = { on: 'The account still has to be used' };
      const { text } = await chat.presses('Undo the last decision', older);
      assert.match(text, /^Not undone: something else was decided since[\s\S]*Counts as a shared mailbox/);
    });

    it('is reminded on the day, once, and opens the account as it stands then', async () => {
      await chat.installs();
      await chat.presses(/^Patrick Donnelly/);
      await chat.presses('Remind me');
      assert.match((await chat.presses('Remind me', { on: '9am' })).text, /Choose a day\./);
      const asked = { on: '9am', filledIn: { day: '2026-11-24' } };
      assert.match((await chat.presses('Remind me', asked)).text, /I will remind you on 24 November 2026\./);
      await chat.presses('Remind me', { on: 'What was decided' });
      const later = await chat.presses('Remind me', { on: '9am', filledIn: { day: '2026-11-25' } });
      assert.match(later.text, /on 25 November 2026/);
      assistant.clock.forward(3.9 * 24 * 60 * 60_000);
      await assistant.services.deliver();
      assert.equal(chat.received().text, '');
      assistant.clock.forward(24 * 60 * 60_000);
      await assistant.services.deliver();
      const { text, activities } = chat.received();
      assert.match(text, /You asked me to remind you about an account\nPatrick Donnelly/);
      assert.doesNotMatch(activities[0]?.summary ?? '', /Donnelly/);
      assert.match(
        (await chat.presses('Open the account')).text,
        /Past its day\nCould be de-activated at any time/,
      );
    });
  });

  describe('whose buttons somebody else sends', () => {
    const about = {
      address: 'patrick.donnelly@willowbrook.example',
      ods: 'A9X4',
      stage: 'any',
      find: '',
      page: 1,
    };
    const actions: [verb: string, data: Record<string, unknown>][] = [
      ['hygiene.report', about],
      ['hygiene.account', about],
      ['hygiene.form', { ...about, decision: 'absent' }],
      ['hygiene.decide', { ...about, decision: 'absent', day: '2027-06-01', approver: 'Sam Lee' }],
      ['hygiene.decide', { ...about, decision: 'needed' }],
      ['hygiene.undo', { ...about, audit: 1 }],
      ['hygiene.remind', { ...about, day: '2027-06-01' }],
      ['hygiene.unremind', about],
      ['hygiene.export', about],
      ['hygiene.search', about],
      ['hygiene.who', about],
    ];
    const decided = async () => {
      const { database } = assistant.services;
      return JSON.stringify([
        await database.query('select * from account_decision order by address'),
        await database.query('select * from audit order by audit_id'),
        await database.query('select * from owed_message'),
      ]);
    };
    beforeEach(async () => {
      await chat.invents('hygiene.decide', { ...about, decision: 'needed' });
    });

    for (const who of ['a member of staff', 'a guest', 'a colleague'] as const) {
      it(`is safe from ${who}: every button is refused, shows nothing and changes nothing`, async () => {
        const before = await decided();
        for (const [verb, data] of actions) {
          for (const how of ['execute', 'submit'] as const) {
            const { text } = await assistant.chat(who).invents(verb, data, how);
            assert.match(text, /This part is for Local Administrators/, verb);
            assert.doesNotMatch(text, /Donnelly|A9X4/, verb);
          }
        }
        assert.equal(await decided(), before);
      });
    }

    it('is safe from an administrator of another organisation: the account is not there for them', async () => {
      const other = assistant.chat('a colleague');
      await assistant.services.database.query(
        `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by) values ($1, $2, 'C8T2', 'test')`,
        [other.person.tenantId, other.person.aadObjectId],
      );
      const before = await decided();
      for (const [verb, data] of actions) {
        const { text } = await other.invents(verb, data);
        assert.match(text, /cannot find that account|do not administer A9X4|nothing to export|at Home/, verb);
        assert.doesNotMatch(text, /Donnelly|head office/, verb);
      }
      assert.equal(await decided(), before);
    });

    it('shows nothing in a chat that others read', async () => {
      const group = assistant.chat('an administrator', 'groupChat');
      for (const [verb, data] of actions) {
        const { text } = await group.invents(verb, data);
        assert.match(text, /private chat/, verb);
        assert.doesNotMatch(text, /Donnelly/, verb);
      }
    });
  });
});
