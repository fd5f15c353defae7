import assert from 'node:assert/strict';
import { type Command, readCommand } from '../../dialogs/commands.ts';
import { chosen, type Option } from '../../dialogs/options.ts';
import { spoken } from '../../dialogs/spoken.ts';

const SAID: Record<Command, string[]> = {
  stop: [
    'cancel',
    'Stop.',
    'please stop',
    'can we stop',
    'stop it',
    'nvm',
    'never mind thanks',
    'i dont want this',
    "I don't want to do this",
    'I give up',
    'quit',
    'no more questions',
  ],
  back: [
    'back',
    'go back',
    'Go back please',
    'previous question',
    'undo',
    'I pressed the wrong button',
    'change my answer',
  ],
  goOn: ['go on', 'carry on please', 'where were we?'],
  again: ['start again', 'can we start over', 'restart', 'begin again please', 'from the beginning'],
  help: ['help', 'help me', "i'm stuck", 'i dont understand', 'what do I do here', '?', '???'],
};
const NOT_COMMANDS = [
  'cancel my reminders',
  'how do I stop getting emails',
  'can I get my account back',
  'who can help with the toolkit',
  'reset',
  'help with my password',
  'what is the deadline',
  'stop the account being deleted please it is not mine',
  '',
];

describe('words that steer', () => {
  for (const [command, messages] of Object.entries(SAID)) {
    it(`mean ${command}`, () => {
      assert.deepEqual(
        messages.filter((message) => readCommand(message) !== command),
        [],
      );
    });
  }

  it('are not heard in questions', () => {
    assert.deepEqual(
      NOT_COMMANDS.filter((message) => readCommand(message)),
      [],
    );
  });
});

describe('words that choose', () => {
  const options: Option[] = ['Yes', 'Not yet', 'I am not sure'].map((title) => ({
    title,
    action: { verb: 'test', data: { title } },
  }));
  const title = (message: string) => chosen(message, options)?.title;

  it('choose by place or by what stands on the button', () => {
    const table: [says: string, title: string | undefined][] = [
      ['the first one', 'Yes'],
      ['option 2', 'Not yet'],
      ['number three please', 'I am not sure'],
      ['3', 'I am not sure'],
      ['#2', 'Not yet'],
      ['the last one', 'I am not sure'],
      ["i'll go for the 2nd one", 'Not yet'],
      ['no 1', 'Yes'],
      ['NOT YET!', 'Not yet'],
      ['i am not sure', 'I am not sure'],
      ['4', undefined],
      ['the fifth one', undefined],
      ['first time logging in', undefined],
      ['one of my staff', undefined],
      ['2 weeks ago', undefined],
      ['', undefined],
    ];
    for (const [says, expected] of table) assert.equal(title(says), expected, says);
  });

  it('choose nothing where nothing was offered', () => assert.equal(chosen('1', []), undefined));
});

describe('a short reply', () => {
  it('is read without what people say around it', () => {
    const table: [says: string, bare: string][] = [
      ['Erm, yeah we did tbh', 'yeah we did'],
      ['well... no sorry', 'no'],
      ['ok got it yes we have', 'yes we have'],
      ['sorry', 'sorry'],
      ['is it though?', 'is it though?'],
    ];
    for (const [says, bare] of table) assert.equal(spoken(says), bare);
  });
});
