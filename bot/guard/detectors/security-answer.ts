/** "My memorable word is …", "the answer is …", "my account secret is …": what proves who somebody is by telephone. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { readSecret } from '../words/read-secret.ts';
import { examples } from './security-answer.examples.ts';

const SECRETS =
  "(?:memorable (?:word|name|place|phrase|information|info|date|answer|person)|(?:mothers?|mother's|mums?|mum's) maiden(?: |-)?name|maiden name|(?:account|user account|user|nhsmail|my) secret|secret (?:word|answer|phrase|name|question(?:'s)? answer)|security (?:answer|word|phrase|question answer|question|response)s?|answers? to (?:my|the|her|his|that|a|one of my) (?:\\w{1,12} )?(?:security|secret|memorable)? ?(?:questions?|one)|(?:security |secret )?question answer|(?:name of (?:my|the) )?(?:my )?(?:first|favourite|favorite|childhood|primary|best) (?:pet|school|teacher|car|job|street|friend|film|book|team|food|colour|place|holiday|road|house)(?:'?s name)?|(?:place|town|city) (?:of birth|i was born(?: in)?|where i was born)|place of birth|pets? name|pet's name|recovery (?:word|phrase|answer))";
const LINK =
  '(?: (?:for|on|to|i|ive|they|we|it|that|which|you|with|of|from|at|in|my|set|up|have|gave|put|chose|use)(?: (?!and |but |so |because )[^\\s:=.,;?!]{1,20}){0,5}?)?(?: ?(?::|=>?|->)(?: is)?| - |,? (?:which|that|and it|its|and thats|so) (?:is|was)|\\x27s(?= )|, it.?s |(?: now| still| currently)? (?:is|was|are|were|used to be|has been|is set to|was set to|set to|being|is called|was called|called)(?: ?[:=-])?)(?: (?:called|now|just|actually|still|probably))? ?(?=\\S)';
const NAMED = bounded(`(?<![\\w])${SECRETS}${LINK}`);
const ANSWERED = bounded(
  "(?<![\\w])(?:security question|secret question|memorable|account secret|(?:my|her|his|their) secret(?! (?:santa|shopper|agent|sharer))|the secret (?:is |was |isnt |isn't )?(?:wrong|incorrect|not|no good)|secret word|maiden name|security answers?)[^\\n]{0,60}?(?:(?:my |the )?answers?(?: (?:i (?:put|gave|used)|is|was|are)){1,2}|answered|it'?s|it is|i (?:put|said|gave|wrote|typed|answered|told (?:them|him|her))|so i (?:put|said))(?: (?:it was|its|it's|that|with|them|is|was))?(?: (?:definitely|still|just|always|actually|really|only))?[:=]? ?(?=\\S)",
);
const BEFORE = bounded(
  `(?:^|[\\s"'])([^\\s"'.,;:?!]{3,30})["']? (?:is|was) (?:also )?(?:my|the|her|his) (?:\\w{1,12} )?(?:memorable (?:word|name|place|phrase)|mothers? maiden name|mother's maiden name|account secret|secret word|secret answer|security answer|answer to (?:my|the) (?:security|secret|memorable) question)(?! (?:reset|page|question|form|box)|\\w)`,
);
const DIRECT = bounded(
  "(?<![\\w])(?:memorable (?:word|name|place|phrase)|(?:mothers?|mother's) maiden name|account secret|(?:my|her|his) secret(?! (?:santa|shopper|agent|sharer))|secret word|security answer)(?:'s)?[ ,(-]{1,3}(?=\\S)",
);

export const securityAnswer: Detector = {
  kind: 'security-answer',
  title: 'A memorable word, a security answer or the account secret',
  find(text) {
    const found: (Span | undefined)[] = [];
    for (const match of text.matchAll(NAMED)) {
      const after = match.index + match[0].length;
      found.push(
        readSecret(text, after, { words: true, digits: true, published: true }) ?? dateAt(text, after),
      );
    }
    for (const match of text.matchAll(ANSWERED)) {
      found.push(readSecret(text, match.index + match[0].length, { words: true, published: true }));
    }
    for (const match of text.matchAll(DIRECT)) {
      const after = match.index + match[0].length;
      const named = readSecret(text, after, { words: /^["'A-Z]/.test(text.slice(after)), published: true });
      const capital =
        named && (/["']/.test(text.charAt(named.start - 1)) || /^\p{Lu}/u.test(text.slice(named.start)));
      found.push(capital ? named : readSecret(text, after));
    }
    for (const match of text.matchAll(BEFORE)) {
      const start = match.index + match[0].indexOf(match[1] ?? '');
      const word = readSecret(`${match[1]}.`, 0, { words: true, published: true });
      if (word) found.push({ start, end: start + (match[1] ?? '').length });
    }
    return found.filter((span) => span !== undefined);
  },
  examples,
};

/** A memorable date is a secret as well. */
function dateAt(text: string, at: number): Span | undefined {
  const date = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.exec(text.slice(at, at + 12));
  return date ? { start: at, end: at + date[0].length } : undefined;
}
