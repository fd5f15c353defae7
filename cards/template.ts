/** Templates are parsed once, when a card is first filled in; filling it in again is cheap. */
import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import type { AdaptiveCard, Card, CardNode, CardValue } from './adaptive-card.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { linesOf, plainText } from './plain-text.ts';

/**
 * Data for a template. `undefined` is filled in as empty text, but the key has to be there: for a missing key the
 * library prints the placeholder.
 */
export type CardData = { [key: string]: CardDatum };
type CardDatum = string | number | boolean | undefined | CardData | readonly CardData[] | readonly string[];

/** What a template may say twice: as it was written, and with its markdown made harmless. */
const PLAIN = 'plain';
const SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

/** Marks that turn the reading direction of the text around them, and control characters: nobody can see them. */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;

/**
 * Reads a card's `template.json` and returns the function that fills it in.
 * In data, text is escaped so that it cannot become a link or a heading. Text that stands where markdown is not read
 * (a `TextRun`, a button's title, its data) is written as `${plain.name}`. `fallbackText` is the whole card in words, so
 * that a client that draws no cards leaves nothing out.
 * @param folder the card's folder, as `import.meta.url` gives it.
 * @param summary the line of the notification. It holds no data.
 */
export function cardFrom(folder: string, summary: string): (data: CardData) => Card {
  const layout = JSON.parse(readFileSync(new URL('./template.json', folder), 'utf8'));
  let template: Template | undefined;
  return (data) => {
    // Parsing takes a moment, and not every card is seen in the first minute of a service.
    template ??= new Template({ ...layout, version: '1.5', $schema: SCHEMA });
    const plain = seen(data);
    const expanded = template.expand({ $root: { ...escaped(plain), [PLAIN]: plain } }) as AdaptiveCard;
    const content = withFallbacks(withRowNames(expanded)) as AdaptiveCard;
    return { content: { ...content, fallbackText: plainText(content) || summary }, summary };
  };
}

/** The data with nothing missing and nothing invisible. */
function seen(data: CardData): CardData {
  return mapped(data, (text) => text.replace(UNSEEN, ''), seen);
}

/** The data with its markdown made harmless. Rows of a list keep their own plain text, for `${plain.name}` inside. */
function escaped(data: CardData): CardData {
  return mapped(data, escapeMarkdown, (row) => ({ ...escaped(row), [PLAIN]: row }));
}

function mapped(data: CardData, text: (text: string) => string, row: (row: CardData) => CardData): CardData {
  const one = (value: CardDatum): CardDatum => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(one) as CardData[];
    if (typeof value === 'object' && value !== null) return row(value as CardData);
    return value ?? '';
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, one(value)]));
}

/** A row that can be tapped is called what stands in it, so that it can be told to a computer by voice (WCAG 2.5.3). */
function withRowNames(node: CardValue): CardValue {
  if (Array.isArray(node)) return node.map(withRowNames);
  if (node === null || typeof node !== 'object') return node;
  const walked: CardNode = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withRowNames(value)]),
  );
  const name = walked.selectAction
    ? linesOf(walked)
        .join('. ')
        .replaceAll(/([.!?])\./g, '$1')
    : '';
  return name ? { ...walked, selectAction: { ...(walked.selectAction as CardNode), title: name } } : walked;
}

/** Clients that do not know Action.Execute get Action.Submit with the same data. */
function withFallbacks(node: CardValue): CardValue {
  if (Array.isArray(node)) return node.map(withFallbacks);
  if (node === null || typeof node !== 'object') return node;
  const walked: CardNode = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withFallbacks(value)]),
  );
  if (walked.type !== 'Action.Execute') return walked;
  const data = { ...(walked.data as CardNode), verb: walked.verb ?? '' };
  const submit: CardNode = { ...walked, type: 'Action.Submit', data };
  delete submit.verb;
  return { ...walked, data, fallback: submit };
}
