import assert from 'node:assert/strict';
import type { AdaptiveCard, CardNode, CardValue } from '../../../cards/adaptive-card.ts';
import { plainText } from '../../../cards/plain-text.ts';
import { type Assistant, sharedKnowledge, startAssistant } from '../../support/assistant.ts';
import { buttonsOf } from '../../support/buttons.ts';
import type { Heard } from '../../support/chat.ts';

interface Found {
  contentType: string;
  content: AdaptiveCard;
  preview: { contentType: string; content: { title: string; text: string } };
}

/** Teams gives up on a search after five seconds; people do so sooner. */
const A_SECOND_MS = 1000;

describe('search in the compose box', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());

  const listOf = ({ body }: Heard) =>
    (body as { composeExtension: { type: string; attachments: Found[]; text?: string } }).composeExtension;
  const titles = (heard: Heard) => listOf(heard).attachments.map(({ preview }) => preview.content.title);

  it('finds the clause for a few words, and gives its card with the clause word for word and its source', async () => {
    const heard = await assistant.chat('a member of staff').searches('own phone');
    assert.equal(heard.status, 200);
    const [first] = listOf(heard).attachments;
    const clause = sharedKnowledge().clause('3.1.12');
    assert.match(first?.preview.content.title ?? '', /clause 3\.1\.12/);
    const text = plainText(first?.content as AdaptiveCard);
    assert.ok(text.includes(clause?.text.slice(0, 60) ?? 'no clause'));
    assert.ok(text.includes(clause?.source.title ?? 'no source'));
  });

  it('finds a clause by its number, a section by its number, and words that are half typed', async () => {
    const chat = assistant.chat('a member of staff');
    assert.match(titles(await chat.searches('3.1.5'))[0] ?? '', /clause 3\.1\.5/);
    for (const title of titles(await chat.searches('section 3.2'))) assert.match(title, /clause 3\.2\./);
    const half = titles(await chat.searches('chain'));
    const quarter = titles(await chat.searches('chai'));
    assert.ok(half[0] && quarter.includes(half[0]));
  });

  it('shows what people ask most before anything is typed', async () => {
    const found = titles(await assistant.chat('a member of staff').searches(''));
    assert.ok(found.length >= 5 && found.length <= 10);
    assert.equal(new Set(found).size, found.length);
  });

  it('finds nothing for nonsense', async () => {
    const heard = await assistant.chat('a member of staff').searches('zzzqx wvvkp');
    assert.deepEqual(listOf(heard), { type: 'result', attachmentLayout: 'list', attachments: [] });
  });

  it('gives the pages that Teams asks for, and nothing after the last', async () => {
    const chat = assistant.chat('a member of staff');
    const all = titles(await chat.searches('email'));
    assert.deepEqual(titles(await chat.searches('email', { skip: 2, count: 3 })), all.slice(2, 5));
    assert.deepEqual(titles(await chat.searches('email', { skip: 25, count: 25 })), []);
  });

  it('answers within a second, also the first time', async () => {
    for (const words of ['password', 'how do i share patient data with a gp', 'dspt', 'shared mailbox']) {
      const started = performance.now();
      assert.equal((await assistant.chat('a colleague').searches(words)).status, 200);
      assert.ok(performance.now() - started < A_SECOND_MS, words);
    }
  });

  it('gives cards that can be read and unfolded by anybody, with nothing to press of the person who sent them', async () => {
    const knowledge = sharedKnowledge();
    const everything = [...knowledge.contents.entries.values()].filter(
      ({ kind }) => kind === 'clause' || kind === 'fact',
    );
    const chat = assistant.chat('an administrator');
    const seen = new Set<string>();
    for (const { title } of everything) {
      for (const { content } of listOf(await chat.searches(title)).attachments) {
        seen.add(content.fallbackText);
        assert.deepEqual(buttonsOf(content), []);
        assert.doesNotMatch(JSON.stringify(content), /Action\.(Submit|Execute)|"selectAction"/);
        assert.match(content.fallbackText, /\S/);
      }
    }
    assert.ok(seen.size > everything.length * 0.9, `${seen.size} of ${everything.length} were found`);
  });

  it('unfolds only what stands on the card', async () => {
    const heard = await assistant.chat('a member of staff').searches('3.1.5');
    for (const { content } of listOf(heard).attachments) {
      const nodes = nodesIn(content);
      const ids = nodes.map(({ id }) => id);
      for (const { targetElements = [] } of nodes)
        for (const target of targetElements as string[]) assert.ok(ids.includes(target), target);
    }
  });

  it('says the same to an administrator, a member of staff and a guest, in every kind of chat', async () => {
    const words = 'my account at risk';
    const expected = JSON.stringify((await assistant.chat('a member of staff').searches(words)).body);
    for (const who of ['an administrator', 'a guest', 'somebody with no account'] as const) {
      for (const scope of ['personal', 'groupChat', 'channel'] as const) {
        assert.equal(JSON.stringify((await assistant.chat(who, scope).searches(words)).body), expected);
      }
    }
  });

  it('keeps nothing of what was typed, and nobody who typed it', async () => {
    await assistant.reset();
    const before = await assistant.dump();
    const chat = assistant.chat('a member of staff');
    await chat.searches('my password is Winter2024! is that fine');
    await chat.searches('patient NHS number 943 476 5919');
    assert.equal(await assistant.dump(), before);
    assert.doesNotMatch(assistant.log.join('\n'), /Winter2024|943 476 5919|is that fine/);
    assert.deepEqual(assistant.connector.sent, []);
  });

  it('gives an empty list for what has another shape', async () => {
    const chat = assistant.chat('a member of staff');
    for (const value of [
      undefined,
      null,
      'search',
      [],
      { commandId: 'delete', parameters: [] },
      { commandId: 'search' },
      { commandId: 'search', parameters: 'words' },
      { commandId: 'search', parameters: [{ name: 'words', value: { a: 1 } }] },
      { commandId: 'search', parameters: Array.from({ length: 50 }, () => ({ name: 'words', value: 'a' })) },
    ]) {
      const heard = await chat.sends({ type: 'invoke', name: 'composeExtension/query', value });
      assert.equal(heard.status, 200);
      assert.deepEqual(listOf(heard).attachments, [], JSON.stringify(value));
    }
    const odd = { skip: -4, count: 'many' };
    const value = { commandId: 'search', parameters: [{ name: 'words', value: 'phone' }], queryOptions: odd };
    const heard = await chat.sends({ type: 'invoke', name: 'composeExtension/query', value });
    assert.ok(listOf(heard).attachments.length > 0);
  });
});

describe('a flood of searches', () => {
  it('is asked to wait, and does not keep the person from chatting', async () => {
    const assistant = await startAssistant({ messagesPerMinute: 5 });
    try {
      const chat = assistant.chat('a member of staff');
      for (let nth = 0; nth < 5; nth++) await chat.searches('phone');
      const { composeExtension } = (await chat.searches('phone')).body as {
        composeExtension: { type: string; text: string };
      };
      assert.equal(composeExtension.type, 'message');
      assert.match(composeExtension.text, /wait a minute/);
      assert.match((await chat.says('can I forward chain emails')).text, /chain/i);
    } finally {
      await assistant.stop();
    }
  });
});

function nodesIn(value: CardValue): CardNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (value === null || typeof value !== 'object') return [];
  return [value, ...Object.values(value).flatMap((child) => nodesIn(child ?? null))];
}
