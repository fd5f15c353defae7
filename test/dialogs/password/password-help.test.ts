import assert from 'node:assert/strict';
import { sourceLine } from '../../../dialogs/answers.ts';
import { ENDS, FACTS } from '../../../dialogs/password/ends.ts';
import { PasswordDialog } from '../../../dialogs/password/password-dialog.ts';
import type { Fact } from '../../../knowledge/entry.ts';
import {
  type Assistant,
  type Exchange,
  play,
  sharedKnowledge,
  startAssistant,
} from '../../support/assistant.ts';

const knowledge = sharedKnowledge();
const fact = (name: string) => knowledge.entry(`password/${name}`) as Fact;
const clause = knowledge.clause('3.1.5');
const QUESTION = 'What is wrong?';
const HELPERS = [
  'Local Administrator',
  '0333 200 1133',
  'helpdesk@nhs.net',
  '24 hours a day',
  'Have these ready:',
];
const PORTAL = '(https://portal.nhs.net)';

/** Two taps at most, and what the person then reads. */
const PATHS: Record<string, Exchange[]> = {
  'whose password has expired': [['[It has expired]', [fact('expired').title, 'Select Submit.']]],
  'who forgot it': [['[I forgot it]', [fact('forgotten').title, 'self-service']]],
  'who is locked out': [['[I am locked out]', [fact('locked-out').title, 'self-service']]],
  'with a new phone': [['[New phone, or lost authenticator]', [fact('new-phone').title, 'MFA']]],
  'at a first log-in': [['[This is my first log-in]', [fact('first-log-in').title, 'Accept']]],
  'whose new one is too short': [
    ['[My new password was refused]', 'What did the page say?'],
    ['[It is too short]', [fact('minimum-length').title, fact('minimum-length').answer]],
  ],
  'whose new one is one of the last 4': [
    ['[My new password was refused]', 'What did the page say?'],
    ['[It is one of my last 4]', fact('passwords-remembered').answer],
  ],
  'whose new one is common': [
    ['[My new password was refused]', 'What did the page say?'],
    ['[It is a common password]', ['Password123', 'Winter2018']],
  ],
  'whose new one was in a breach': [
    ['[My new password was refused]', 'What did the page say?'],
    ['[It is a breached password]', [fact('breached-password').answer, fact('breached-not-hacked').answer]],
  ],
  'who does not know why it was refused': [
    ['[My new password was refused]', 'What did the page say?'],
    ['[I am not sure]', fact('new-password-refused').steps],
  ],
  'who was asked for it': [['[Someone asked me for it]', ['spamreports@nhs.net', 'clause 3.1.5']]],
  'who thinks somebody has it': [
    ['[I think somebody has it]', ['Change your password now.', 'clause 3.1.5']],
  ],
  'with something else': [['[Something else]', ['Who helps first', 'local IT team first']]],
  'with a colleague whose password has expired': [
    ['[A colleague cannot get in]', 'What is wrong for them?'],
    [
      '[Theirs has expired]',
      ['Read these steps to them', fact('colleague-locked-out').answer, 'Select Submit.'],
    ],
  ],
  'with a colleague who forgot it': [
    ['[A colleague cannot get in]', 'What is wrong for them?'],
    ['[They forgot it]', ['Read these steps to them', 'Their name, and a phone number']],
  ],
  'with a colleague who cannot say what is wrong': [
    ['[A colleague cannot get in]', 'What is wrong for them?'],
    ['[I am not sure]', [...fact('colleague-locked-out').steps, 'Their name, and a phone number']],
  ],
};

/** Without the menu, and in answer to its question: the same end. */
const WORDS: [says: string, reads: string | string[]][] = [
  ['its expired', fact('expired').title],
  ['I forgot my password', fact('forgotten').title],
  ["I'm locked out", fact('locked-out').title],
  ['got a new phone', fact('new-phone').title],
  ['first time logging in', fact('first-log-in').title],
  ['someone rang me for it', ['Someone asked you for your password', 'clause 3.1.5']],
  ['somebody keeps emailing me for it', ['Someone asked you for your password', 'clause 3.1.5']],
  ['I think somebody has my password', ['You think somebody has your password', 'clause 3.1.5']],
];

describe('password help', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant.stop());
  const chat = () => assistant.chat('a member of staff');

  for (const [who, path] of Object.entries(PATHS)) {
    it(`leads a person ${who} to steps, the portal and somebody who helps`, async () => {
      assert.ok(path.length <= 2, 'more than two taps');
      const asked = chat();
      await play(asked, [['help with my password', [QUESTION, 'Please never type a password here.']]]);
      await play(asked, path.slice(0, -1));
      const [button, reads] = path.at(-1) ?? ['', ''];
      const heard = await asked.presses(button.slice(1, -1));
      for (const words of [...[reads].flat(), ...HELPERS, PORTAL, '1. ', '2. '])
        assert.ok(heard.text.includes(String(words)), `${heard.text}\nlacks "${words}"`);
      // It is over: the next question is a new one.
      await play(asked, [['do I need a capital letter', [fact('capital-letter').answer, `!${QUESTION}`]]]);
    });
  }

  for (const [says, reads] of WORDS) {
    it(`answers "${says}", with the question before it or without`, async () => {
      await play(chat(), [[says, reads]]);
      await play(chat(), [
        ['help with my password', QUESTION],
        [says, [...[reads].flat(), `!${QUESTION}`]],
        ['thank you', `!${QUESTION}`],
      ]);
    });
  }

  for (const says of ['something else', 'none of these', "i don't know", 'not listed']) {
    it(`leads to people who help when somebody says "${says}"`, () =>
      play(chat(), [
        ['help with my password', QUESTION],
        [says, ['Who helps first', '0333 200 1133', `!${QUESTION}`]],
      ]));
  }

  it('finds the way by words alone', async () => {
    await play(chat(), [
      ['help with my password', QUESTION],
      ['it wont accept my new one', 'What did the page say?'],
      ['it says ive used it before', fact('passwords-remembered').title],
    ]);
    await play(chat(), [
      ['help with my password', QUESTION],
      ["it's for one of my staff", 'What is wrong for them?'],
      ['locked out', ['Read these steps to them', fact('locked-out').title.slice(1)]],
    ]);
  });

  it('answers a question in between, and then asks its own again', async () => {
    await play(chat(), [
      ['help with my password', QUESTION],
      ['how long must my password be?', [fact('minimum-length').answer, QUESTION]],
      ['[It has expired]', [fact('expired').title, `!${QUESTION}`]],
    ]);
  });

  it('asks again only once, however often it was opened', async () => {
    const asked = chat();
    await play(asked, [
      ['help with my password', QUESTION],
      ['[My new password was refused]', 'What did the page say?'],
      ['password help', QUESTION],
      ['when does mine run out', 'When did you last change it?'],
      ['yesterday', 'runs out on 20 November 2027'],
      ['no thanks', 'I will not remind you.'],
    ]);
    const heard = await asked.says('hello');
    assert.ok(!heard.text.includes(QUESTION), heard.text);
  });

  it('understands a button of an old card, and of nobody', async () => {
    const asked = chat();
    await play(asked, [['help with my password', QUESTION]]);
    await asked.says('stop');
    assert.match((await asked.presses('I am locked out')).text, new RegExp(fact('locked-out').title));
    for (const data of [{}, { answer: 'constructor', tag: '__proto__' }, { answer: ['expired'], tag: 7 }]) {
      const heard = await asked.invents('password.answer', data);
      assert.equal(heard.status, 200);
      assert.ok(heard.text.includes(QUESTION), heard.text);
    }
  });

  for (const says of [
    'someone rang me asking for my password',
    'IT emailed me and they want my password',
    'I think someone has been in my account',
    'I gave my password to someone',
  ]) {
    it(`shows what the policy says, word for word, and what to do now, to "${says}"`, async () => {
      const { text } = await chat().says(says);
      for (const paragraph of clause?.text.split('\n\n') ?? []) assert.ok(text.includes(paragraph), text);
      assert.match(text, /What to do now, in order\n1\. .*\n2\. .*\n3\. .*/);
      assert.match(text, /Report it to your Local Administrator/);
    });
  }

  it('leaves a question on what is allowed to the policy', async () => {
    const { text } = await chat().says('is it ok to share my password with a colleague?');
    assert.ok(text.includes('What the policy says'), text);
  });

  it('names one web address, the portal', async () => {
    for (const [who, path] of Object.entries(PATHS)) {
      const asked = chat();
      await asked.says('help with my password');
      for (const [button] of path) {
        const heard = await asked.presses(button.slice(1, -1));
        const links = JSON.stringify(heard.cards).match(/"url":"[^"]*"|https?:\/\/[^\s"\\)]+/g) ?? [];
        for (const link of links.filter((each) => !each.includes('adaptivecards.io')))
          assert.match(link, /^("url":")?https:\/\/portal\.nhs\.net\/?"?$/, who);
      }
    }
  });

  it('offers no box to type in, so that nobody types a password', async () => {
    for (const path of Object.values(PATHS)) {
      const asked = chat();
      const heard = [await asked.says('help with my password')];
      for (const [button] of path) heard.push(await asked.presses(button.slice(1, -1)));
      assert.doesNotMatch(JSON.stringify(heard.map(({ cards }) => cards)), /"Input\./);
    }
  });

  it('keeps what somebody typed by mistake to itself, and still helps', async () => {
    const asked = chat();
    const secret = 'Sunflower-Bus-77';
    const heard = await asked.says(`my password is ${secret} and it wont let me in`);
    assert.match(heard.text, /Please delete your last message/);
    await asked.says('help with my password');
    const again = await asked.says(`it says expired, my password is ${secret}`);
    assert.ok(again.text.includes(fact('expired').title), again.text);
    assert.ok(!`${heard.text}${again.text}${assistant.log.join()}${await assistant.dump()}`.includes(secret));
  });

  it('names the helpdesk first when local helpers have gone home', async () => {
    const night = ['Nobody in?\nThe national helpdesk is open 24 hours a day'];
    const hour = 3_600_000;
    // The clock stands at 10 o'clock on a Saturday in November.
    const moments: [later: number, reads: string[]][] = [
      [0, night],
      [48 * hour, ['!Nobody in?']],
      [7 * hour, ['!Nobody in?']],
      [2 * hour, night],
      [12 * hour, night],
      [2 * hour, ['!Nobody in?']],
    ];
    for (const [later, reads] of moments) {
      assistant.clock.forward(later);
      await play(chat(), [['I am locked out', [fact('locked-out').title, ...reads]]]);
    }
  });
});

describe('an end of the password help', () => {
  const all = Object.values(ENDS).flatMap(({ answer, sees, after }) => [answer, ...sees, ...after]);

  it('stands on facts that are there, each with its source', () => {
    for (const id of [...FACTS, ...all]) {
      const entry = knowledge.entry(id);
      assert.equal(entry?.kind, 'fact', id);
      assert.match(sourceLine((entry as Fact).source), /\d{4}|undated/);
    }
  });

  it('is found missing when the service starts, not by a person', () => {
    const without = {
      ...knowledge,
      entry: (id: string) => (id === 'password/expired' ? undefined : knowledge.entry(id)),
    };
    const deps = { knowledge: without } as unknown as ConstructorParameters<typeof PasswordDialog>[0];
    assert.throws(() => new PasswordDialog(deps), /password\/expired/);
  });
});
