/** Recovery keys, backup codes and the secret key of an authenticator: they open an account without a password. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { isEveryday } from '../words/everyday-words.ts';
import { examples } from './recovery-key.examples.ts';

const KEY_48 = bounded('(?<![\\d-])\\d{6}(?:[- ]\\d{6}){3,7}(?![\\d])');
const NAMED = bounded(
  '(?<![\\w])(?:(?:recovery|back ?-?up|bitlocker|backup recovery|restore|rescue|emergency|scratch) (?:keys?|codes?|phrases?|passwords?|pins?)|bitlocker|(?:secret|setup|set ?-?up|authenticator|mfa|totp|api|private|access|seed|encryption) keys?|reset (?:codes?|tokens?|keys?)|temporary access pass(?:es|codes?)?|tap code)(?: (?:for|on|to|i|they|it|we|you|my|the|is|was|are|were|gave|me|have|got|has|says|from|of|in|app|account|nhsmail|authenticator|laptop|pc|number|one|left|still|a|wrote|down|printed|typed|used|tried|put|this)(?!\\w)){0,8}(?: (?:is|was|are|were))? ?[:=(-]{0,2}[ \\n]{0,2}["\']?(?=\\S)',
);
const GROUP = /[A-Za-z0-9]{2,40}(?:[-_][A-Za-z0-9]{2,40}){0,12}={0,2}/y;
const JOIN = /["']?(?: ?[,;/|] ?(?:and )?| and | or | ?\n|[ -])["']?/y;

export const recoveryKey: Detector = {
  kind: 'recovery-key',
  title: 'A recovery key, a backup code or an authenticator’s secret key',
  find(text) {
    const found: Span[] = [];
    for (const match of text.matchAll(KEY_48)) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
    for (const match of text.matchAll(NAMED)) found.push(...groupsAt(text, match.index + match[0].length));
    return found;
  },
  examples,
};

/** Every group of the key: "8831 2290, 4417 0093". */
function groupsAt(text: string, at: number): Span[] {
  const groups: Span[] = [];
  for (let from = at; groups.length < 30; ) {
    GROUP.lastIndex = from;
    const group = GROUP.exec(text)?.[0];
    if (!group || !isKeyLike(group)) break;
    groups.push({ start: from, end: from + group.length });
    JOIN.lastIndex = from + group.length;
    const join = JOIN.exec(text)?.[0];
    if (!join) break;
    from += group.length + join.length;
  }
  const length = groups.reduce((sum, { start, end }) => sum + end - start, 0);
  const mixed = groups.some(({ start, end }) => /\d|[A-Z]{4}/.test(text.slice(start, end)));
  return length >= 6 && mixed ? groups : [];
}

function isKeyLike(group: string): boolean {
  if (/^\d{1,3}$/.test(group) || /^\d{1,2}(?:st|nd|rd|th|am|pm)$/i.test(group)) return false;
  if (/\d/.test(group)) return group.length >= 3;
  if (/^[A-Z2-7]{4,64}$|^[a-z2-7]{4}$/.test(group)) return !isEveryday(group);
  return /-/.test(group) && !group.split('-').some((part) => isEveryday(part));
}
