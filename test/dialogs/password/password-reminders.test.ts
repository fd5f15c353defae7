import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Assistant, play, startAssistant } from '../../support/assistant.ts';
import { startInFolder } from './service-in-folder.ts';

const DAY = 24 * 60 * 60_000;
const ASK = 'When did you last change it?';
const forward = ({ clock }: Assistant, to: string) =>
  clock.forward(new Date(to).getTime() - clock.now().getTime());
const came = (assistant: Assistant) => assistant.connector.sent.filter(({ replyTo }) => !replyTo).length;

/** It is 10:00 on 21 November 2026 in London. */
describe('when a password runs out', () => {
  let assistant: Assistant;
  beforeEach(async () => {
    assistant = await startAssistant();
  });
  afterEach(() => assistant.stop());
  const chat = () => assistant.chat('a member of staff');

  it('is worked out from the day that a person chooses, no later than today', async () => {
    const asked = chat();
    const { cards } = await asked.says('when does mine run out');
    const input = JSON.stringify(cards).match(/\{[^{}]*"Input\.Date"[^{}]*\}/)?.[0] ?? '';
    assert.deepEqual(JSON.parse(input).max, '2026-11-21');
    const heard = await asked.invents('password.changed', { changed: '2026-03-03' });
    for (const words of [
      'Your password runs out on 3 March 2027',
      '102 days left',
      'Your new password can be used for up to 365 days.',
      ', 2020',
      '13 February 2027, 18 days before',
      '2 March 2027, 1 day before',
    ])
      assert.ok(heard.text.includes(words), `${heard.text}\nlacks "${words}"`);
  });

  it('is worked out from words', async () => {
    await play(chat(), [
      ['when does my password run out?', ASK],
      ['3 March', 'Your password runs out on 3 March 2027'],
    ]);
    await play(chat(), [
      ['when does my password run out?', ASK],
      ['last week', ['runs out on 9 November 2027', 'the earliest day that fits your words']],
    ]);
  });

  for (const [says, reads] of [
    [
      'in June 2025',
      ['Your password ran out on 1 June 2026', '173 days ago', '!Remind me', 'What to do now'],
    ],
    ['22/11/2026', ['That day has not come yet.', ASK]],
    ['31/02/2026', ['There is no such day.', ASK]],
    ['31 April', ['There is no such day.', ASK]],
    ['tomorrow', ['That day has not come yet.', ASK]],
    ['christmas', ['I could not read a day in that.', ASK]],
    ['3 March 1999', ['That day is too long ago.', ASK]],
    ["I don't know", ['up to 365 days', '18, 10, 5, 2 and 1 days before']],
    ['21/11/2025', ['Today is its last day', '!I can remind you']],
  ] as const) {
    it(`answers a person who changed it "${says}"`, async () => {
      await play(chat(), [
        ['when does mine run out', ASK],
        [says, reads],
      ]);
    });
  }

  it('is asked again after another question, and an offer is not made twice', async () => {
    await play(chat(), [
      ['when does mine run out', ASK],
      ['do I need a capital letter', ['You do not need a capital letter.', ASK]],
      ['3 March', 'Reminders'],
      ['do I need a capital letter', ['You do not need a capital letter.', '!Reminders', `!${ASK}`]],
      ['yes please', 'I will remind you'],
    ]);
  });

  it('is worked out again when they correct the day, and a "no" stays a no', async () => {
    await play(chat(), [
      ['when does mine run out', ASK],
      ['3 march', 'runs out on 3 March 2027'],
      ['no it was april 3rd', ['runs out on 3 April 2027', '!I will not remind you']],
      ['sorry, 31/02/2026', ['There is no such day.', ASK]],
      ['5 May', 'runs out on 5 May 2027'],
      ['not today', 'I will not remind you.'],
    ]);
  });

  it('is what a bare "remind me" is about after it was shown, and else the person is asked', async () => {
    await play(chat(), [
      ['when does mine run out', ASK],
      ['3 March', 'Reminders'],
      ['can you remind me?', ['I will remind you', '13 February 2027']],
      ['stop reminding me', ['Your reminders', '13 February 2027']],
      ['unsubscribe me from reminders', 'Your reminders'],
    ]);
    await play(chat(), [
      ['how long does my password last', '365 days'],
      ['remind me', ASK],
      ['stop', 'Stopped'],
      ['when is the dspt deadline', '30 June'],
      ['remind me please', 'I will remind you 5 times'],
      ['hello', 'Hello'],
      ['remind me', ['When my password runs out', 'Remind me before the DSPT is due']],
    ]);
  });

  it('is checked again when a button brings a day of its own', async () => {
    const asked = chat();
    for (const changed of ['2027-01-01', 'soon', '', '2026-02-31', ['2026-03-03'], { a: 1 }, null]) {
      const heard = await asked.invents('password.remind', { changed });
      assert.equal(heard.status, 200);
      assert.doesNotMatch(heard.text, /\[object/);
    }
    assert.doesNotMatch((await asked.says('my reminders')).text, /2028/);
  });
});

describe('reminders before a password runs out', () => {
  let assistant: Assistant;
  beforeEach(async () => {
    assistant = await startAssistant();
  });
  afterEach(() => assistant.stop());
  const chat = () => assistant.chat('a member of staff');

  it('come at nine on the clocks in London, in winter and in summer, once each', async () => {
    const asked = chat();
    // Runs out on 5 April 2027; the clocks go forward on 28 March.
    await asked.invents('password.remind', { changed: '2026-04-05' });
    const moments = [
      '2027-03-18T09:00Z',
      '2027-03-26T09:00Z',
      '2027-03-31T08:00Z',
      '2027-04-03T08:00Z',
      '2027-04-04T08:00Z',
    ];
    for (const [at, moment] of moments.entries()) {
      forward(assistant, new Date(Date.parse(moment) - 1000).toISOString());
      await assistant.services.deliver();
      assert.equal(came(assistant), at, `before ${moment}`);
      forward(assistant, moment);
      await assistant.services.deliver();
      await assistant.services.deliver();
      assert.equal(came(assistant), at + 1, `at ${moment}`);
    }
    const { text, activities } = asked.received();
    assert.match(text, /Your NHSmail password runs out on 5 April 2027/);
    assert.match(text, /1 day before/);
    assert.ok(activities.every(({ summary }) => summary === 'A reminder you asked for'));
    assistant.clock.forward(400 * DAY);
    await assistant.services.deliver();
    assert.equal(came(assistant), 5);
  });

  it('are listed and cancelled in words, and by their buttons', async () => {
    await play(chat(), [
      ['my reminders', 'You have no reminders'],
      ['when does mine run out', ASK],
      ['3 March', 'Reminders'],
      ['[Remind me]', ['I will remind you', '13 February 2027 at 9am', '2 March 2027 at 9am']],
      ['my reminders', ['Your reminders', '13 February 2027 at 9am', 'runs out on 3 March 2027']],
      ['cancel my reminders', 'Your 5 reminders are cancelled'],
      ['my reminders', 'You have no reminders'],
      ['when does mine run out', ASK],
      ['3 March', 'Reminders'],
      ['yes', '13 February 2027 at 9am'],
      ['[Cancel these reminders]', 'Your 5 reminders are cancelled'],
    ]);
    assistant.clock.forward(400 * DAY);
    await assistant.services.deliver();
    assert.equal(came(assistant), 0);
  });

  it('move with the day that the password was changed', async () => {
    const asked = chat();
    await asked.invents('password.remind', { changed: '2025-12-01' });
    await play(asked, [['my reminders', ['29 November 2026 at 9am', '26 November 2026 at 9am']]]);
    forward(assistant, '2026-11-26T09:00Z');
    await assistant.services.deliver();
    assert.equal(came(assistant), 1);
    assert.match(asked.received().text, /runs out on 1 December 2026/);
    await play(asked, [
      ['[I have changed it]', ASK],
      ['today', 'runs out on 26 November 2027'],
      ['[Remind me]', ['take the place of your earlier reminders', '8 November 2027', '!2026']],
    ]);
    forward(assistant, '2026-12-01T09:00Z');
    await assistant.services.deliver();
    assert.equal(came(assistant), 1);
  });

  it('are planned once, however often they are asked for', async () => {
    const asked = chat();
    const press = () => asked.invents('password.remind', { changed: '2025-12-01' });
    await Promise.all([press(), press(), press()]);
    await press();
    forward(assistant, '2026-11-30T09:00Z');
    await Promise.all([assistant.services.deliver(), assistant.services.deliver()]);
    assert.equal(came(assistant), 1);
  });

  it('are a person’s own: not set, shown or cancelled in a group, and not by anybody else', async () => {
    await chat().invents('password.remind', { changed: '2026-03-03' });
    const group = assistant.chat('a member of staff', 'groupChat');
    assert.match((await group.says('my reminders')).text, /own chat/);
    assert.match((await group.invents('password.remind', { changed: '2026-04-04' })).text, /own chat/);
    assert.match((await group.says('cancel my reminders')).text, /own chat/);
    assert.match(
      (await group.invents('password.changed', { changed: '2026-04-04' })).text,
      /runs out on 4 April/,
    );
    const other = assistant.chat('a colleague');
    assert.match((await other.says('my reminders')).text, /You have no reminders/);
    assert.match((await other.says('cancel my reminders')).text, /You have no reminders/);
    assert.match((await chat().says('my reminders')).text, /2 March 2027/);
  });
});

describe('reminders and a service that is killed', () => {
  let child: ChildProcess | undefined;
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'password-reminders-'));
  });
  after(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('exactly one arrives after it has started again', async () => {
    const program = fileURLToPath(new URL('./ask-for-reminders.ts', import.meta.url));
    child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const { stdout } = child;
    assert.ok(stdout);
    const [said] = (await once(stdout, 'data')) as [Buffer];
    assert.match(String(said), /^planned/);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const service = await startInFolder(folder);
    const { connector, clock, services } = service;
    const arrived = () => connector.sent.map(({ activity }) => JSON.stringify(activity));
    try {
      // The stand-in for Teams has another port than before; Teams itself would not.
      await services.database.query('update conversation set service_url = $1', [connector.url]);
      await services.deliver();
      assert.deepEqual(arrived(), []);
      clock.forward(Date.parse('2026-11-26T09:00Z') - clock.now().getTime());
      await services.deliver();
      await services.deliver();
      assert.equal(arrived().length, 1);
      assert.match(arrived().join(), /runs out on 1 December 2026/);
    } finally {
      await service.stop();
    }
  }).timeout(60_000);
});
