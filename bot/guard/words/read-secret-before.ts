/** Reads what stands before a cue such as "is my password". */
import { bounded } from '../bounded-pattern.ts';
import type { Span } from '../secret-kind.ts';
import { endsSecret, isEveryday } from './everyday-words.ts';
import { isHarmless } from './harmless-shapes.ts';
import { looksLikePassword } from './looks-like-password.ts';
import { phraseIsSecret } from './read-secret.ts';

const REACH = 80;
/** The secret starts after the last of these. */
const STARTS = bounded(
  "(?:^|[\\s(])(?:use|using|used|uses|have|having|had|has|put|putting|set|choose|chose|chosen|pick|picked|keep|make|made|enter|entered|type|typed|want|try|tried|it's|its|it is|it was|is|was|that|think|said|say|got|take|accept|like|allow|reject|refuse|to|if|so|because|and)(?= )",
);
const SENTENCE_ENDS = bounded(
  '^(?: ?[.,;:?!)\\n]| ?$| (?:and|but|so|for|or|is|on|too|which|can|please|pls|help|what|why|how|do|does|it|its|i|im|cant|wont|ok|okay|if|that|then|because|at|in|not|still|until|good|allowed)(?!\\w))',
  'i',
);

/**
 * @param link the word before "my password". After "for" and "as" it takes a verb: "use … for my password".
 * @param rest what follows the cue.
 */
export function readSecretBefore(text: string, cue: number, link: string, rest: string): Span[] {
  const needsVerb = /^(?:as|for)$/i.test(link);
  const from = Math.max(0, cue - REACH);
  const stretch = text.slice(from, cue);
  const clause = stretch.replace(/^[\s\S]{0,80}[.,;:?!\n] /, (skipped) => ' '.repeat(skipped.length));
  const alike = [...stretch.matchAll(/[^\s"'(]{5,80}/g)].filter(
    (word) => looksLikePassword(word[0].replace(/[.,;:?)]{1,3}$/, ''), !needsVerb) !== 'no',
  );
  if (
    alike.length > 0 &&
    stretch.length - (alike.at(-1)?.index ?? 0) - (alike.at(-1)?.[0].length ?? 0) < 12
  ) {
    return alike.map((word) => ({ start: from + word.index, end: from + word.index + word[0].length }));
  }
  const quoted = /(["'])([^"']{3,60})\1 ?$/.exec(stretch);
  if (quoted?.[2]) return phraseIsSecret(quoted[2]) ? [within(from + quoted.index + 1, quoted[2])] : [];
  const digits = /(?:^|\s)(\d{5,20})$/.exec(clause);
  if (digits?.[1]) return [within(cue - digits[1].length, digits[1])];
  if (!SENTENCE_ENDS.test(rest.slice(0, 20))) return [];
  return plainWords(clause, from, needsVerb);
}

function plainWords(clause: string, from: number, needsVerb: boolean): Span[] {
  const verb = [...clause.matchAll(STARTS)].at(-1);
  if (needsVerb && !verb) return [];
  const start = verb ? verb.index + verb[0].length : 0;
  const phrase = clause.slice(start).trim();
  const [first = ''] = phrase.split(' ');
  if (/^(?:an?|the|my|her|his|their|our|your|this|that)$/i.test(first) || isHarmless(phrase)) return [];
  if (phrase.split(' ').every(isEveryday) || /(?:^| )(?:this|one|there|here)$/i.test(phrase)) return [];
  if (endsSecret(phrase.split(' ').at(-1) ?? '') || !phraseIsSecret(phrase)) return [];
  return [within(from + clause.indexOf(phrase, start), phrase)];
}

function within(start: number, secret: string): Span {
  return { start, end: start + secret.length };
}
