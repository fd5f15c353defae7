/**
 * Shows detectors a message as a person reads it, and remembers where each character came from: markup, entities,
 * invisible characters and full-width letters must not hide a secret.
 */
import type { Span } from './secret-kind.ts';

export interface PlainView {
  text: string;
  /** The stretch of the original that `span` of the view was made from. */
  original(span: Span): Span;
}

const BLOCKS = 'p|div|br|li|ul|ol|table|tbody|thead|tr|td|th|h[1-6]|blockquote|pre|hr|body|html|section';
const INLINES =
  'span|b|strong|i|em|u|s|a|code|at|font|small|sub|sup|mark|img|emoji|attachment|systemeventmessage';
const TAG = new RegExp(`</?(?:(${BLOCKS})|${INLINES})(?:[\\s/][^<>]{0,1000})?>|<!--[^<>]{0,1000}-->`, 'iy');
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: '-',
  mdash: '-',
  shy: '',
};
const INVISIBLE = /[\p{Cf}\p{Mn}\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}]/u;
const USUAL = /^[\x21-\x25\x27-\x3b\x3d-\x7e]$/;

/** Reads `message`, plain or HTML. Takes time in proportion to its length. */
export function plainView(message: string): PlainView {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';

  function show(shown: string, start: number, end: number): void {
    for (const unit of shown) {
      if (!/\s/.test(unit)) add(unit, start, end);
      else if (!/\s$/.test(text.slice(-1))) add(/[\n\r\u2028\u2029]/.test(unit) ? '\n' : ' ', start, end);
      else if (unit === '\n') text = `${text.slice(0, -1)}\n`;
    }
  }
  function add(unit: string, start: number, end: number): void {
    text += unit;
    for (let index = 0; index < unit.length; index++) {
      starts.push(start);
      ends.push(end);
    }
  }

  for (let at = 0; at < message.length; ) {
    const [shown, length] = read(message, at);
    show(shown, at, at + length);
    at += length;
  }
  return {
    text,
    original: ({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? message.length }),
  };
}

/** What is seen at `at`, and how many units of the message it takes. */
function read(message: string, at: number): [string, number] {
  const unit = message.charAt(at);
  if (USUAL.test(unit)) return [unit, 1];
  if (unit === '<') {
    TAG.lastIndex = at;
    const tag = TAG.exec(message);
    return tag ? [tag[1] ? '\n' : '', tag[0].length] : ['<', 1];
  }
  if (unit === '&') {
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(message);
    const decoded = entity ? decode(entity) : undefined;
    return entity && decoded !== undefined ? [plain(decoded), entity[0].length] : ['&', 1];
  }
  const character = String.fromCodePoint(message.codePointAt(at) ?? 0x20);
  return [plain(character), character.length];
}

function decode([, decimal, hexadecimal, name]: RegExpExecArray): string | undefined {
  if (name) return NAMED[name.toLowerCase()];
  const point = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function plain(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (/[‘’‛′`´]/.test(character)) return "'";
  if (/[“”„‟″«»]/.test(character)) return '"';
  if (/\p{Pd}/u.test(character)) return '-';
  return character.normalize('NFKC').replace(/\p{Mn}/gu, '');
}
