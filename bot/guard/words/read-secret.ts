/** Reads what stands after a cue such as "my password is" and decides whether it is the secret or just the sentence. */
import type { Span } from '../secret-kind.ts';
import { endsSecret, isEveryday, opensPhrase } from './everyday-words.ts';
import { isHarmless, isPublishedExample } from './harmless-shapes.ts';
import { looksLikePassword } from './looks-like-password.ts';

export interface Reading {
  /** True when the cue is so plain that ordinary words are the secret too: "my password is lemonade". */
  words?: boolean;
  /** True when a run of digits is the secret. */
  digits?: boolean;
  /** True when the deck's own examples count: the person says they use them. */
  published?: boolean;
  /** True between quotation marks, where even three everyday words are no accident. */
  quoted?: boolean;
}

export interface Word extends Span {
  text: string;
  /** True when a comma, a full stop or a new line follows. */
  last: boolean;
}

const LONGEST_PHRASE = 12;
const UNITS =
  /^(?:char|digit|letter|day|week|month|year|yr|hour|hr|min|time|word|symbol|number|attempt|people|account|password|thing|left|of|or|st|th|%)/i;
/** "My password is Sandra's problem" names no password. */
const SOMEBODYS = /^(?:problem|fault|job|responsibility|business|issue|concern)s?$/i;
const NUMBER = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/i;
/** "Cat on the mat" has two everyday words between uncommon ones. */
const MOST_BETWEEN = 2;
const QUOTES = `"'`;

/** The words of one clause, from `at` on. Punctuation at a word's end does not belong to it, except `!`. */
export function clauseWords(text: string, at: number): Word[] {
  const words: Word[] = [];
  for (let start = at; start < text.length && words.length < LONGEST_PHRASE; ) {
    while (text[start] === ' ' || text[start] === '(') start++;
    const stop = wordEnd(text, start);
    let end = stop;
    while (end > start && `.,;:?)'"]`.includes(text.charAt(end - 1)) && text.charAt(end - 1) !== '') end--;
    if (text.charAt(start) === '[' && text.charAt(end) === ']') end++;
    if (end === start) break;
    const last = /[.,;:?)!\n]/.test(text.slice(end - 1, stop + 1)) || text.charAt(stop) === '\n';
    words.push({ start, end, text: text.slice(start, end), last });
    if (last) break;
    start = stop + 1;
  }
  return words;
}

/** @returns where the secret at `at` stands, or undefined when the sentence merely goes on. */
export function readSecret(text: string, at: number, reading: Reading = {}): Span | undefined {
  let start = at;
  while (' \n('.includes(text.charAt(start)) && start < text.length) start++;
  const quoted = quotedAt(text, start);
  if (quoted) {
    const phrase = text.slice(quoted.start, quoted.end);
    return phraseIsSecret(phrase, { ...reading, quoted: true }) ? quoted : undefined;
  }
  const words = clauseWords(text, start);
  const [first] = words;
  if (!first) return undefined;
  if (looksLikePassword(first.text, reading.published) !== 'no') return extend(words, 0);
  if (reading.digits && digitsAreSecret(words)) return extend(words, 0);
  if (!reading.words || isHarmless(first.text) || isPublishedExample(first.text)) return undefined;
  return passphrase(words);
}

/** True when all that stands between two marks is a secret: a quotation, or "use … as my password". */
export function phraseIsSecret(phrase: string, reading: Reading = {}): boolean {
  const words = phrase.split(/\s/).filter(Boolean);
  if (words.length === 0 || words.length > LONGEST_PHRASE) return false;
  if (words.some((word) => looksLikePassword(word.replace(/[.,;:?]$/, ''), reading.published) !== 'no'))
    return true;
  if (reading.digits && /^\d{4,30}$/.test(phrase)) return true;
  if (words.some((word) => (isHarmless(word) && !/^\d{1,6}$/.test(word)) || isPublishedExample(word)))
    return false;
  const rare = words.filter((word) => !isEveryday(word)).length;
  const title = reading.quoted && words.length > 1 && !words.some(endsSecret);
  return rare > 0 && (rare * 2 >= words.length || title === true);
}

/** The secrets that follow one as a list: "Heron42 and Heron43, or Heron44". */
export function readList(text: string, first: Span, reading: Reading = {}): Span[] {
  const found = [first];
  for (let end = first.end; found.length < 20; ) {
    const link = LINK.exec(text.slice(end, end + 30));
    const next = link ? readSecret(text, end + link[0].length, { ...reading, words: false }) : undefined;
    if (!next) return found;
    found.push(next);
    end = next.end;
  }
  return found;
}
const LINK =
  /^["']?(?: ?[,/&|] ?(?:and |or |then )?| (?:and then|and also|or maybe|and|or|then|to|n|nor|also|even|vs)(?: (?:even|now|also|maybe))? |\n)/i;

/** What stands between the quotation marks that open at `at`. */
function quotedAt(text: string, at: number): Span | undefined {
  const mark = text.charAt(at);
  if (!mark || !QUOTES.includes(mark)) return undefined;
  for (let end = text.indexOf(mark, at + 2); end > 0 && end - at < 100; end = text.indexOf(mark, end + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(end + 1))) return { start: at + 1, end };
  }
  return undefined;
}

function digitsAreSecret([first, second]: readonly Word[]): boolean {
  if (!first || !/^\d{4,20}$/.test(first.text)) return false;
  if (!second || first.last) return true;
  const year = /^(?:19|20)\d\d$/.test(first.text);
  return !UNITS.test(second.text) && !/^\d/.test(second.text) && (!year || endsSecret(second.text));
}

/** From the first word to the last uncommon one, over at most `between` everyday words at a time. */
function extend(words: readonly Word[], between: number): Span {
  let taken = 1;
  for (let index = 1; index < words.length; index++) {
    const word = words[index];
    if (!word || words[index - 1]?.last || endsSecret(word.text) || index - taken > between) break;
    if (!isEveryday(word.text) && !isHarmless(word.text)) taken = index + 1;
  }
  return { start: words[0]?.start ?? 0, end: words[taken - 1]?.end ?? 0 };
}

function passphrase(words: readonly Word[]): Span | undefined {
  const first = words[0];
  if (!first) return undefined;
  if (words.slice(1, 4).some((word) => SOMEBODYS.test(word.text))) return undefined;
  if (!isEveryday(first.text)) return extend(words, MOST_BETWEEN);
  if (!opensPhrase(first.text)) return undefined;
  const until = words.findIndex((word, index) => index > 0 && endsSecret(word.text));
  const phrase = until > 0 ? words.slice(0, until) : words;
  const counted =
    NUMBER.test(first.text) && phrase.length > 2 && !phrase.some((word) => UNITS.test(word.text));
  if (counted) return { start: first.start, end: phrase.at(-1)?.end ?? first.end };
  const rare = phrase.filter((word) => !isEveryday(word.text) && !isHarmless(word.text));
  const end = rare.at(-1)?.end;
  if (!end || rare.length < 2 || rare.length * 2 < phrase.length) return undefined;
  return { start: first.start, end };
}

function wordEnd(text: string, start: number): number {
  const space = text.indexOf(' ', start);
  const line = text.indexOf('\n', start);
  const ends = [space, line].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : text.length;
}
