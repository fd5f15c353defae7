import assert from 'node:assert/strict';
import { type Assistant, type Chat, type Exchange, play, startAssistant } from '../support/assistant.ts';
import { loadStatuses } from './dspt/status-file.ts';

const CHECK: Exchange = ['what DSPT stage are we', ['Question 1 of 3', 'Which organisation']];
const SKIP: Exchange = ['skip', ['Question 2 of 3', 'critical legal requirements']];
const PASSWORD: Exchange = ['help with my password', 'What is wrong?'];
const DAY: Exchange = ['when does my password run out', 'When did you last change it?'];
const STOPPED = ['Stopped', 'Nothing was saved.'];
const MIDDLE = 'We were in the middle of the DSPT stage check';
const CHOICES = ['Continue', 'Start again', 'Leave it'];
/** A line that lets the clock run on. */
const LATER = '+26 hours';

/** Says the lines in their order; `LATER` moves the clock instead. */
async function talk(assistant: Assistant, chat: Chat, exchanges: readonly Exchange[]): Promise<void> {
  for (const exchange of exchanges) {
    if (exchange[0] === LATER) assistant.clock.forward(26 * 3_600_000);
    else await play(chat, [exchange]);
  }
}

const later: Exchange = [LATER, ''];

const TABLES: Record<string, [title: string, exchanges: Exchange[]][]> = {
  'another question in the middle': [
    [
      'is answered, and the check goes on where it stopped',
      [
        CHECK,
        SKIP,
        ['can I use my own phone for nhsmail', ['Clause 3.1.12', 'Question 2 of 3']],
        ['yes', 'Question 3 of 3'],
        ['is my account at risk', ['3 December 2026', 'Question 3 of 3']],
        ['menu', ['What I can help with', 'Question 3 of 3']],
        ['not yet', 'Entry Level'],
      ],
    ],
    [
      'with steps of its own is followed to its end first',
      [
        CHECK,
        SKIP,
        ['help with my password', ['What is wrong?', '!Question 2']],
        ['I forgot it', ['Forgotten password', 'Question 2 of 3']],
        ['yes', 'Question 3 of 3'],
      ],
    ],
    [
      'that is two questions gets both answers, and the check is asked again once',
      [
        CHECK,
        SKIP,
        [
          'how long must my password be and can I use my own phone',
          [/At least 10 characters[\s\S]*Clause 3\.1\.12[\s\S]*Question 2 of 3/, '!Question 1'],
        ],
      ],
    ],
    [
      'that says thank you, sorry or worse is met kindly',
      [
        CHECK,
        SKIP,
        ['sorry', ['No need to say sorry', 'Question 2 of 3']],
        ['thanks', ['You are welcome', '!Question']],
        ['this is a load of crap', ['I am sorry this is annoying', '!Question']],
        ['lol', '!Question'],
        ['what is the weather', ['does not cover the weather', '!Question']],
        ['thank u bye', '!Question'],
        ['go on', 'Question 2 of 3'],
        ['yes', 'Question 3 of 3'],
      ],
    ],
    [
      'is asked again once, then waits quietly until the menu or an answer',
      [
        PASSWORD,
        ['can I use my own phone for nhsmail', ['Clause 3.1.12', 'What is wrong?']],
        ['is my account at risk', ['3 December 2026', '!What is wrong?']],
        ['hmm', ['!What is wrong?']],
        ['menu', ['What I can help with', 'What is wrong?']],
        ['are you a robot', ['I am a computer program', '!What is wrong?']],
        ['I am locked out', 'Locked out of your account'],
      ],
    ],
    [
      'that means nothing is not held against anybody: the question is asked again',
      [CHECK, ['hmm', ['Question 1 of 3', '!not sure which question']]],
    ],
  ],

  'stop, back, start again and help': [
    ...[
      'cancel',
      'stop',
      'cancel please',
      'i want to stop',
      'never mind',
      'nvm',
      'forget it',
      'exit',
    ].flatMap((says): [string, Exchange[]][] => [
      [`"${says}" stops the toolkit check`, [CHECK, SKIP, [says, STOPPED], ['hello', '!Question']]],
      [`"${says}" stops the password help`, [PASSWORD, [says, STOPPED], ['hello', '!What is wrong?']]],
      [`"${says}" stops the question for the day`, [DAY, [says, STOPPED], ['hello', '!When did you']]],
    ]),
    [
      '"back" asks the question before, and forgets its answer',
      [
        CHECK,
        SKIP,
        ['yes', 'Question 3 of 3'],
        ['back', 'Question 2 of 3'],
        ['not yet', ['No stage yet', '!Question']],
      ],
    ],
    [
      '"wrong button" is the same as back',
      [CHECK, SKIP, ['[Not yet]', 'No stage yet'], CHECK, SKIP, ['wrong button', 'Question 1 of 3']],
    ],
    [
      '"back" leads from a second password question to the first',
      [
        PASSWORD,
        ['[A colleague cannot get in]', 'What is wrong for them?'],
        ['go back please', 'What is wrong?'],
        ['I am locked out', 'Locked out of your account'],
      ],
    ],
    [
      '"back" at a first question leaves the dialog, and one below it is asked again',
      [PASSWORD, ['back', STOPPED], CHECK, SKIP, PASSWORD, ['back', ['Question 2 of 3', '!What is wrong?']]],
    ],
    [
      '"start again" begins the check anew, with nothing remembered',
      [CHECK, SKIP, ['yes', 'Question 3 of 3'], ['start again', 'Question 1 of 3'], SKIP],
    ],
    [
      '"start over" begins the password help anew',
      [
        PASSWORD,
        ['[My new password was refused]', 'What did the page say?'],
        ['can we start over', 'What is wrong?'],
      ],
    ],
    ['"start again" asks for the day again', [DAY, ['start again', 'When did you last change it?']]],
    [
      '"help" says what can be said, and asks again',
      [
        CHECK,
        SKIP,
        ['help', ['You are in the middle of the DSPT stage check', '"back"', 'Question 2 of 3']],
        ['i dont understand', ['You are in the middle of', 'Question 2 of 3']],
        PASSWORD,
        ['what do i do', ['You are in the middle of password help', 'What is wrong?']],
      ],
    ],
    ['"help" about the day does so too', [DAY, ['help', ['You are in the middle of', 'When did you last']]]],
    [
      'where nothing is in progress, none of them is a dead end',
      [
        ['cancel', 'You can ask me something else.'],
        ['back', 'What I can help with'],
        ['start again', 'What I can help with'],
        ['help', 'What I can help with'],
      ],
    ],
    [
      '"leave" is a question about leave when there is nothing to leave',
      [['leave', ['Maternity leave', '!Stopped']]],
    ],
  ],

  'words where buttons are offered': [
    [
      'are taken as they are spoken',
      [CHECK, SKIP, ['yeah we did all of them', 'Question 3 of 3'], ['not sure tbh', 'We cannot tell yet']],
    ],
    [
      'are taken when they are long-winded',
      [
        CHECK,
        SKIP,
        ['erm, yes, we did them all with the consultant who came in the spring', 'Question 3 of 3'],
        ["it's all done and published in May", 'Standards Met'],
      ],
    ],
    ['are taken when they mean no', [CHECK, SKIP, ["we're getting there, most of them", 'No stage yet']]],
    ...(
      [
        ['the second one', 'No stage yet'],
        ['option 2', 'No stage yet'],
        ['2', 'No stage yet'],
        ['no. 1 please', 'Question 3 of 3'],
        ['the last one', 'Question 3 of 3'],
      ] as const
    ).map(([says, reads]): [string, Exchange[]] => [
      `such as "${says}" choose by place`,
      [CHECK, SKIP, [says, reads]],
    ]),
    [
      'choose a password problem by place',
      [PASSWORD, ['number 6', 'What did the page say?'], ['the 2nd one', 'previous 4']],
    ],
    [
      'choose from the menu',
      [
        ['menu', 'What I can help with'],
        ['the first one', 'What is wrong?'],
      ],
    ],
    [
      'choose between close calls',
      [
        ['sharing', 'Did you mean one of these?'],
        ['the first one', ['Clause 4.3.1', '!Did you mean']],
        ['sharing', 'Did you mean one of these?'],
        ['none of these', 'Try asking in other words'],
      ],
    ],
    [
      'choose nothing once something else was said',
      [
        ['sharing', 'Did you mean one of these?'],
        ['thanks', 'You are welcome'],
        ['the first one', '!Clause 4.3.1'],
      ],
    ],
    [
      'say which organisation it is',
      [CHECK, ["it's Rosebank House", ['Which of these is it?', 'VLZ02']], ['the second one', 'VLZ02']],
    ],
    ['say that the day is not known', [DAY, ['erm no idea sorry', ['365 days', '!When did you last']]]],
  ],

  'a button of an old card': [
    [
      'answers its question again while the check is in progress',
      [CHECK, SKIP, ['yes', 'Question 3 of 3'], ['[Not yet]', ['No stage yet', '!Question']]],
    ],
    [
      'chooses another organisation while the check is in progress',
      [
        CHECK,
        SKIP,
        ['yes', 'Question 3 of 3'],
        ['[I don’t know my code]', ['Finding your ODS code', 'Question 1']],
      ],
    ],
    [
      'says that the check is over when it is',
      [CHECK, SKIP, ['cancel', 'Stopped'], ['[Not yet]', ['That check is over.', 'Start again']]],
    ],
    [
      'of the password help does what it says, at any time',
      [PASSWORD, CHECK, ['[I am locked out]', ['Locked out of your account', 'Question 1 of 3']]],
    ],
    [
      'to continue is out of date when nothing waits',
      [CHECK, later, ['hello', MIDDLE], ['[Leave it]', STOPPED], ['[Continue]', 'out of date']],
    ],
  ],

  'a question that was left for a day': [
    [
      'is named when somebody says hello, and goes on when they say so',
      [
        CHECK,
        SKIP,
        later,
        ['hello', ['Hello.', MIDDLE, ...CHOICES, '!Question 2']],
        ['[Continue]', 'Question 2 of 3'],
        ['yes', 'Question 3 of 3'],
      ],
    ],
    ['goes on by words too', [CHECK, SKIP, later, ['hi', MIDDLE], ['carry on', 'Question 2 of 3']]],
    ['starts again', [CHECK, SKIP, later, ['hi', MIDDLE], ['[Start again]', 'Question 1 of 3']]],
    [
      'is left for good',
      [CHECK, SKIP, later, ['hi', MIDDLE], ['no thanks', STOPPED], ['hi', '!We were in the middle']],
    ],
    [
      'comes after the answer to what they ask now',
      [
        CHECK,
        SKIP,
        later,
        ['can I use my own phone', [/Clause 3\.1\.12[\s\S]*We were in the middle/, ...CHOICES]],
        ['who is who in the cabinet', [`!${MIDDLE}`]],
        ['go on', 'Question 2 of 3'],
      ],
    ],
    [
      'does not take a "yes" that may be about something else',
      [CHECK, SKIP, later, ['yes', [MIDDLE, '!Question 3']], ['yes', 'Question 2 of 3']],
    ],
    [
      'still takes a press on its own card',
      [CHECK, SKIP, later, ['[Yes]', ['Question 3 of 3', '!We were in the middle']]],
    ],
    [
      'is named in the password help, unless they say what is wrong',
      [
        PASSWORD,
        later,
        ['hello', ['We were in the middle of password help', ...CHOICES]],
        ['stop', STOPPED],
        PASSWORD,
        later,
        ['I am locked out', ['Locked out of your account', '!We were in the middle']],
      ],
    ],
    [
      'is named when the day was asked for',
      [DAY, later, ['hello', 'We were in the middle of working out when your password runs out']],
    ],
    ['is not made of a page that was read', [['section 3.1', 'Page 1'], later, ['next', 'Page 2']]],
  ],
};

describe('a conversation that does not go straight', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
    await loadStatuses(assistant);
  });
  after(() => assistant?.stop());

  for (const [kind, conversations] of Object.entries(TABLES)) {
    describe(kind, () => {
      for (const [title, exchanges] of conversations) {
        it(title, () => talk(assistant, assistant.chat('a member of staff'), exchanges));
      }
    });
  }

  describe('on two devices at once', () => {
    it('loses neither an answer nor a question', async () => {
      const chat = assistant.chat('a member of staff');
      await play(chat, [CHECK, SKIP]);
      const [phone, laptop] = await Promise.all([
        chat.presses('Yes'),
        chat.says('can I use my own phone for nhsmail'),
      ]);
      const both = `${phone.text}\n${laptop.text}\n${chat.received().text}`;
      assert.match(both, /Clause 3\.1\.12/);
      assert.match(both, /Question 3 of 3/);
      await play(chat, [['not yet', 'Entry Level']]);
    });

    it('counts the same answer from both once', async () => {
      const chat = assistant.chat('a member of staff');
      await play(chat, [PASSWORD]);
      const heard = await Promise.all([chat.presses('I forgot it'), chat.presses('I forgot it')]);
      for (const { status } of heard) assert.equal(status, 200);
      await play(chat, [['hello', '!What is wrong?']]);
    });
  });
});
