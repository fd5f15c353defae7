import assert from 'node:assert/strict';
import { type Assistant, play, startAssistant } from '../../support/assistant.ts';

describe('a long absence', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => assistant.reset());

  const says = "I'm going on maternity leave";

  it('is explained, and asked for in one tap: the administrator reads who asks and no reason', async () => {
    const administrator = assistant.chat('an administrator');
    await administrator.installs();
    const staff = assistant.chat('a member of staff');
    await play(staff, [
      [
        says,
        [
          'disable the account',
          '18 months',
          '2022',
          'I can ask your administrators for you',
          'I do not ask why',
        ],
      ],
      [
        '[Ask my administrators]',
        ['I have asked for you', 'The administrator of Willowbrook Care (head office)'],
      ],
      ['[Ask my administrators]', 'You have asked already today'],
    ]);
    await assistant.services.deliver();
    const { text, cards } = administrator.received();
    assert.match(text, /Megan Bowen asks: planned absence\nmegan\.bowen@willowbrook\.example/);
    assert.match(text, /18 months[\s\S]*24 November 2022[\s\S]*Asked on 21 November 2026\./);
    assert.equal(cards.length, 1);
    assert.doesNotMatch(
      cards.map(({ fallbackText }) => fallbackText).join(),
      /maternity|sick|\bill\b|baby|pregnan/i,
    );
    const ledger = await assistant.services.database.query('select * from owed_message');
    assert.doesNotMatch(JSON.stringify(ledger), /maternity|sick|baby|pregnan/i);
  });

  it('leads the administrator to that account', async () => {
    const administrator = assistant.chat('an administrator');
    await administrator.installs();
    const staff = assistant.chat('a member of staff');
    await staff.says(says);
    await staff.presses('Ask my administrators');
    await assistant.services.deliver();
    administrator.received();
    const pressed = await administrator.presses('Mark the absence');
    assert.equal(pressed.status, 200);
    assert.match(pressed.text, /Megan Bowen/);
  });

  it('is asked of somebody on the phone where no administrator can be reached', async () => {
    await play(assistant.chat('a member of staff'), [
      [says, 'I can ask your administrators'],
      ['[Ask my administrators]', ['I can reach no administrator for you', '0333 200 1133']],
    ]);
  });

  it('is the administrator’s own to mark when there is no other', async () => {
    const administrator = assistant.chat('an administrator');
    await administrator.installs();
    await play(administrator, [
      [says, 'I can ask your administrators'],
      ['[Ask my administrators]', ['You are the administrator', 'hygiene report']],
    ]);
  });

  it('is nobody’s to ask for a guest, or for a person in no report', async () => {
    await play(assistant.chat('a guest'), [
      [says, ['18 months', 'I cannot ask for you', '0333 200 1133', '!@']],
    ]);
    await play(assistant.chat('somebody with no account'), [
      [says, '18 months'],
      ['[Ask my administrators]', ['I cannot ask for you', '0333 200 1133']],
    ]);
    const guest = assistant.chat('a guest');
    assert.match((await guest.invents('hygiene.askabsence', {})).text, /I cannot ask for you/);
    assert.deepEqual(await assistant.services.database.query('select 1 from owed_message'), []);
  });

  it('is not offered where others read, and is asked for nobody else', async () => {
    const group = assistant.chat('a member of staff', 'groupChat');
    await play(group, [[says, ['18 months', '!megan', '!I can ask']]]);
    const invented = { address: 'priya.raman@willowbrook.example' };
    assert.match((await group.invents('hygiene.askabsence', invented)).text, /private chat/);
    const administrator = assistant.chat('an administrator');
    await administrator.installs();
    await assistant.chat('a member of staff').invents('hygiene.askabsence', invented);
    await assistant.services.deliver();
    assert.match(administrator.received().text, /^Megan Bowen asks/);
  });
});

describe("a colleague's account that has gone", () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  for (const says of [
    "my colleague's account has gone",
    'my colleagues account has been deleted',
    "Sarah's NHSmail account has disappeared",
    'my manager’s mailbox is missing',
    "one of my staff's accounts was deleted last week",
    'her account has vanished',
    "where has our receptionist's account gone",
  ]) {
    it(`is told how long it can come back and whom to ring: "${says}"`, async () => {
      await play(assistant.chat('a member of staff'), [
        [
          says,
          ['can be restored for 30 days', '2022', 'Ring your Local Administrator', '0333 200 1133', '!@'],
        ],
      ]);
    });
  }

  for (const says of ['my account has gone', 'my mailbox has disappeared', 'has my account been deleted']) {
    it(`is not what somebody says of their own: "${says}"`, async () => {
      const { text } = await assistant.chat('a member of staff').says(says);
      assert.doesNotMatch(text, /colleague’s account/);
    });
  }
});
