import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { features } from '../../../dialogs/index.ts';
import { type Assistant, type Exchange, play, startAssistant } from '../../support/assistant.ts';
import { buttonsOf } from '../../support/buttons.ts';
import type { Who } from '../../support/people.ts';

/** "Prompt starters and commands" of the Teams documentation: more are not shown. */
const MOST_COMMANDS = 10;

describe('help', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const conversations: [title: string, exchanges: Exchange[], who?: Who][] = [
    [
      'shows a menu of what it can do, and each line leads on',
      [
        [
          'menu',
          [
            'What I can help with',
            'Password help',
            'Acceptable Use Policy (AUP)',
            'Check our DSPT stage',
            '!Hygiene report',
          ],
        ],
        ['[Password help]', 'What is wrong?'],
        ['[What the policy says]', 'Choose a section.'],
        ['[Check our DSPT stage]', 'Question 1 of 3'],
        ['[Stop]', 'Stopped'],
        ['[Is my account at risk?]', '3 December 2026'],
        ['[What NHSmail gives you]', '2020'],
      ],
    ],
    [
      'shows an administrator the report in the menu',
      [
        ['menu', ['Hygiene report']],
        ['[Hygiene report]', 'A9X4'],
      ],
      'an administrator',
    ],
    [
      'says what it is',
      [
        ['who are you', /assistant/i],
        ['are you a robot', /./],
      ],
    ],
    ['says what it keeps', [['what do you store about me', /./]]],
  ];
  for (const [title, exchanges, who = 'a member of staff'] of conversations) {
    it(title, () => play(assistant.chat(who), exchanges));
  }

  it('offers a choice between close calls, and whichever is pressed is shown', async () => {
    const chat = assistant.chat('a member of staff');
    for (const says of ['password', 'sharing', 'email', 'mailbox', 'phone', 'data', 'report', 'account']) {
      const choice = await chat.says(says);
      if (!choice.text.includes('Did you mean one of these?')) continue;
      const offered = choice.cards.flatMap(buttonsOf).filter(({ verb }) => verb === 'help.entry');
      assert.ok(offered.length >= 2 && offered.length <= 3);
      for (const { title } of offered) {
        const shown = await chat.presses(title);
        assert.equal(shown.status, 200);
        assert.doesNotMatch(shown.text, /Did you mean|out of date/);
      }
      assert.match((await chat.presses('None of these')).text, /Try asking in other words/);
      return;
    }
    assert.fail('no word was a close call');
  });

  it('understands every command that the manifest offers in a chat of one’s own', async () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../../manifest/manifest.json', import.meta.url), 'utf8'),
    );
    const lists: { scopes: string[]; commands: { title: string; prompt?: string }[] }[] =
      manifest.bots[0].commandLists;
    const personal = lists.find(({ scopes }) => scopes.includes('personal'));
    assert.ok(personal && personal.commands.length <= MOST_COMMANDS);
    for (const { title, prompt = title } of personal.commands) {
      const { text } = await assistant.chat('a member of staff').says(prompt);
      assert.doesNotMatch(text, /I do not have an answer|Did you mean|in our own chat/, prompt);
    }
  });

  it('leaves nobody at a dead end: every menu line of every feature is understood', async () => {
    for (const { say } of features.flatMap(({ menu }) => menu)) {
      const { text } = await assistant.chat('an administrator').says(say);
      assert.doesNotMatch(text, /I do not have an answer|Did you mean/, say);
    }
  });
});
