import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import type { AdaptiveCard, CardNode, CardValue } from '../../../cards/adaptive-card.ts';
import { type Assistant, type Chat, type Heard, startAssistant } from '../../support/assistant.ts';
import { type Button, buttonsOf } from '../../support/buttons.ts';

/** A link, a mention of everybody, markdown, a placeholder and a formula: what somebody could be called in a report. */
const NAME =
  '=[Win](https://evil.example) <at>Everyone</at> **b** `c` $' + '{name} {{DATE(2026-11-21T10:00:00Z)}}';
/** Only these words of it can be read. */
const READ = /\[Win\]\(https:\/\/evil\.example\) <at>Everyone<\/at> \*\*b\*\*/;
/** Markdown or HTML that is not made harmless. */
const ALIVE = /(?<!\\)(\]\(|<\w|\*\*|`)/;
/** Where Teams reads markdown. */
const MARKDOWN: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text'],
  Fact: ['title', 'value'],
  Choice: ['title'],
};
const MOST_PRESSES = 80;

describe('a name that is made to deceive', function () {
  this.timeout(120_000);
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(async () => {
    await assistant.reset();
    const { database } = assistant.services;
    await database.query('update account set display_name = $1 || display_name', [NAME]);
    await database.query('update organisation set name = $1 || name', [NAME]);
  });
  after(() => assistant?.stop());

  function checkCard(card: AdaptiveCard, where: string): void {
    for (const node of nodesIn(card)) {
      for (const field of MARKDOWN[String(node.type)] ?? []) {
        assert.doesNotMatch(String(node[field]), ALIVE, `${where}: ${field} of a ${node.type}`);
      }
    }
  }

  function check({ activities, cards, status }: Heard, where: string): void {
    assert.equal(status, 200, where);
    for (const card of cards) checkCard(card, where);
    for (const activity of activities) checkActivity(activity, where);
  }

  function checkActivity(
    { text, textFormat, summary, entities, attachments }: Partial<Activity>,
    where: string,
  ) {
    assert.ok(!text || textFormat === 'plain', `${where}: Teams would read markdown in "${text}"`);
    assert.doesNotMatch(String(summary), /Win|Everyone/, where);
    assert.deepEqual(
      (entities ?? []).filter(({ type }) => type === 'mention'),
      [],
      where,
    );
    for (const { content } of attachments ?? []) {
      if ((content as CardNode)?.type === 'AdaptiveCard') checkCard(content as AdaptiveCard, where);
    }
  }

  /** Presses every button that appears, each once, and looks at all that comes. @returns all that was read. */
  async function walk(chat: Chat, opening: readonly string[]): Promise<string> {
    const waiting: Button[] = [];
    const pressed = new Set<string>();
    let read = '';
    const look = (heard: Heard, where: string) => {
      check(heard, where);
      read += heard.text;
      waiting.push(...heard.cards.flatMap(buttonsOf));
    };
    for (const words of opening) look(await chat.says(words), words);
    for (let button = waiting.shift(); button; button = waiting.shift()) {
      const { verb, data, title } = button;
      const key = JSON.stringify([verb, data]);
      if (pressed.has(key) || pressed.size > MOST_PRESSES) continue;
      pressed.add(key);
      look(await chat.invents(verb, data), `${verb} (${title})`);
    }
    assert.ok(pressed.size > 20, `only ${pressed.size} buttons were found`);
    return read;
  }

  it('is read as it stands on every card that an administrator can reach', async () => {
    const opening = [
      'hygiene report',
      'who is due',
      `search for ${NAME}`,
      'administrators',
      'show my accounts',
    ];
    const read = await walk(assistant.chat('an administrator'), opening);
    assert.match(read, READ);
    const log = assistant.log.join('\n');
    assert.match(log, /"msg":"turn"/);
    assert.doesNotMatch(
      log,
      /Win|Everyone|willowbrook|hygiene report|A9X4/i,
      'the log holds what was read or said',
    );
  });

  it('is read as it stands in a warning, and in what an administrator is told of the send', async () => {
    const chat = assistant.chat('an administrator');
    await chat.installs();
    await chat.says('hygiene report');
    await chat.presses(/head office/);
    check(await chat.presses('Send warnings'), 'the dry run');
    await chat.presses(/^Send \d/);
    const before = assistant.connector.sent.length;
    await assistant.services.deliver();
    const owed = assistant.connector.sent.slice(before);
    assert.ok(owed.length >= 2, 'a warning and a report of the send');
    for (const { activity } of owed) checkActivity(activity, 'a message that nobody typed for');
  });

  it('is read as it stands by the member of staff whose name it is', async () => {
    const chat = assistant.chat('a member of staff');
    for (const words of ['is my account at risk', 'what do you know about me'])
      check(await chat.says(words), words);
  });

  it('is read as it stands where people type it themselves', async () => {
    const chat = assistant.chat('an administrator');
    for (const words of [NAME, `clause ${NAME}`, `what DSPT stage is ${NAME}`, `give access to ${NAME}`]) {
      check(await chat.says(words), words);
    }
    const [{ address } = { address: '' }] = await assistant.services.database.query<{ address: string }>(
      'select address from account limit 1',
    );
    check(
      await chat.invents('hygiene.decide', {
        address,
        decision: 'absent',
        approver: NAME,
        until: '2026-12-24',
      }),
      'who approved an absence',
    );
  });
});

function nodesIn(card: AdaptiveCard): CardNode[] {
  const found: CardNode[] = [];
  const visit = (value: CardValue | undefined, key = '') => {
    if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (value !== null && typeof value === 'object') {
      const type = { facts: 'Fact', choices: 'Choice' }[key];
      found.push(type ? { ...value, type } : value);
      for (const [inner, child] of Object.entries(value)) if (inner !== 'data') visit(child, inner);
    }
  };
  visit(card);
  return found;
}
