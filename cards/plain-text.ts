/** A card as plain text: all that a person would read on it, in order, buttons and links included. */
import type { AdaptiveCard, CardNode, CardValue } from './adaptive-card.ts';
import { unescapeMarkdown } from './escape-markdown.ts';

/** A link that a template wrote. A link in data is escaped, so its bracket follows a backslash. */
const LINK = /(?<!\\)\[([^\]]+)\]\((https?:[^)\s]+)\)/g;

/** @returns one line for each thing that is read on its own. */
export function plainText(card: AdaptiveCard): string {
  return [...linesOf(card.body), ...linesOf(card.actions)].filter(Boolean).join('\n');
}

/** @returns the lines of a part of a card. */
export function linesOf(value: CardValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (value === null || typeof value !== 'object' || value.isVisible === false) return [];
  return lineOf(value);
}

function lineOf(node: CardNode): string[] {
  switch (node.type) {
    case 'TextBlock':
      return [markdown(node.text)];
    case 'RichTextBlock':
      return [list(node.inlines).map(run).join('')];
    case 'FactSet':
      return nodes(node.facts).map((fact) => `${markdown(fact.title)}: ${markdown(fact.value)}`);
    case 'Image':
      return [verbatim(node.altText)];
    case 'ColumnSet':
      return beside(nodes(node.columns).map(linesOf));
    case 'Action.OpenUrl':
      return [`${verbatim(node.title)} (${verbatim(node.url)})`];
    case 'Action.ShowCard':
      return [verbatim(node.title), ...linesOf(node.card)];
    case 'Input.ChoiceSet':
      return [verbatim(node.label), ...nodes(node.choices).map((choice) => verbatim(choice.title))];
    default:
      return kindOf(node, 'Action.') || kindOf(node, 'Input.')
        ? [verbatim(node.label), verbatim(node.title), verbatim(node.placeholder)].filter(Boolean)
        : ['items', 'body', 'rows', 'cells', 'actions'].flatMap((part) => linesOf(node[part]));
  }
}

/** Columns of one line each are one line to a reader: `1.` and the step it numbers. */
function beside(columns: string[][]): string[] {
  return columns.every((lines) => lines.length < 2) ? [columns.flat().join(' ')] : columns.flat();
}

function kindOf(node: CardNode, prefix: string): boolean {
  return typeof node.type === 'string' && node.type.startsWith(prefix);
}

/** Text in which Teams reads markdown. */
function markdown(text: CardValue | undefined): string {
  return unescapeMarkdown(verbatim(text).replace(LINK, '$1 ($2)'));
}

function verbatim(text: CardValue | undefined): string {
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}

function run(inline: string | CardNode): string {
  return typeof inline === 'string' ? inline : verbatim(inline.text);
}

function list(value: CardValue | undefined): (string | CardNode)[] {
  return Array.isArray(value) ? (value as (string | CardNode)[]) : [];
}

function nodes(value: CardValue | undefined): CardNode[] {
  return list(value).filter((item) => typeof item === 'object');
}
