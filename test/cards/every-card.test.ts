import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { AdaptiveCard, Card, CardNode, CardValue } from '../../cards/adaptive-card.ts';
import { escapeMarkdown } from '../../cards/escape-markdown.ts';
import { HOSTILE_MARKUP } from '../../cards/hostile-markup.ts';
import { everyCard } from '../../cards/index.ts';
import { plainText } from '../../cards/plain-text.ts';

/** The package's own entry does not load in Node; what it ships for browsers does. */
// Named apart, so that the type checker does not read the library's own sources.
const RENDERER = ['adaptivecards', 'dist', 'adaptivecards.js'].join('/');
const renderer = createRequire(import.meta.url)(RENDERER);

const MOST_BYTES = 40 * 1024;
const MOST_BUTTONS = 5;
/** Said of inputs: nobody is ever asked for these. */
const SECRET = /pass\s?word|pass\s?code|\bpin\b|\bcode\b|secret|security (question|answer)/i;
/** Where Teams reads markdown. Everywhere else text is shown as it stands. */
const MARKDOWN_FIELDS: Record<string, string[]> = {
  TextBlock: ['text'],
  Fact: ['title', 'value'],
  Choice: ['title'],
};

const cards = await everyCard();

for (const { name, examples } of cards) {
  describe(`The ${name} card`, () => {
    it('has an ordinary, an empty and a hostile example', () => {
      for (const needed of ['default', 'empty', 'hostile']) assert.ok(examples[needed], needed);
    });

    it('gives nothing away in its notification: it says the same for everybody', () => {
      const summaries = new Set(Object.values(examples).map(({ summary }) => summary));
      assert.equal(summaries.size, 1);
      assert.match([...summaries].join(), /\S/);
    });

    for (const [example, card] of Object.entries(examples)) {
      describe(`(${example})`, () => checks(card));
    }
  });
}

function checks({ content }: Card) {
  const nodes = nodesIn(content);
  const actions = nodes.filter((node) => typeOf(node).startsWith('Action.'));
  const inputs = nodes.filter((node) => typeOf(node).startsWith('Input.'));

  it('is drawn without a complaint by the renderer', () => {
    const context = new renderer.SerializationContext();
    new renderer.AdaptiveCard().parse(content, context);
    const complaints = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
    assert.deepEqual(complaints, []);
    assert.ok(Number(content.version) <= 1.5);
    assert.ok(Buffer.byteLength(JSON.stringify(content)) < MOST_BYTES, 'too big for Teams');
  });

  it('has every placeholder filled in, and nothing but text where text is read', () => {
    const left = JSON.stringify(content)
      .replaceAll(inJson(HOSTILE_MARKUP), '')
      .replaceAll(inJson(escapeMarkdown(HOSTILE_MARKUP)), '');
    assert.doesNotMatch(left, /\$\{/);
    for (const { text, title } of nodes) {
      assert.ok(text === undefined || typeof text === 'string', `not text: ${text}`);
      assert.ok(title === undefined || typeof title === 'string', `not text: ${title}`);
    }
  });

  it('reads well without being drawn', () => {
    assert.match(content.fallbackText, /\S/);
    assert.doesNotMatch(plainText(content), /\\[[\]*_<>#]/);
    for (const image of nodes.filter((node) => node.type === 'Image'))
      assert.match(String(image.altText ?? ''), /\S/);
  });

  it('wraps every line and forces no width', () => {
    for (const block of nodes.filter((node) => node.type === 'TextBlock')) assert.equal(block.wrap, true);
    for (const { width } of nodes) assert.doesNotMatch(String(width ?? ''), /px/);
  });

  it('reads no markdown out of data', () => {
    for (const node of nodes) {
      for (const field of MARKDOWN_FIELDS[typeOf(node)] ?? []) {
        assert.doesNotMatch(String(node[field]), /(?<!\\)(\]\(|<\w|\*\*|`)/);
      }
    }
  });

  it('offers a few buttons that say where they go, and that older clients understand', () => {
    assert.ok(((content.actions as CardValue[] | undefined) ?? []).length <= MOST_BUTTONS);
    for (const action of actions) {
      assert.match(String(action.title ?? ''), /\S/);
      if (action.type === 'Action.OpenUrl') assert.match(String(action.url), /^https:\/\//);
      if (action.type !== 'Action.Execute') continue;
      const { data, fallback } = action as { data: CardNode; fallback: CardNode };
      assert.match(String(action.verb), /^[a-z]+\.[a-z]+$/);
      assert.equal(data.verb, action.verb);
      assert.equal(fallback.type, 'Action.Submit');
      assert.deepEqual(fallback.data, data);
    }
  });

  it('labels its inputs and never asks for a password or a code', () => {
    for (const input of inputs) {
      assert.match(String(input.label ?? ''), /\S/);
      assert.doesNotMatch([input.label, input.title, input.placeholder].join(' '), SECRET);
    }
  });
}

function nodesIn(card: AdaptiveCard): CardNode[] {
  const found: CardNode[] = [];
  const walk = (value: CardValue | undefined, key = '') => {
    if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (value !== null && typeof value === 'object') {
      const type = { facts: 'Fact', choices: 'Choice' }[key];
      found.push(type ? { type, ...value } : value);
      for (const [inner, child] of Object.entries(value)) if (inner !== 'data') walk(child, inner);
    }
  };
  walk(card);
  return found;
}

function typeOf(node: CardNode): string {
  return typeof node.type === 'string' ? node.type : '';
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
