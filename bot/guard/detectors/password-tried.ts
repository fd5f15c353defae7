/** "I've tried … and …": what a locked-out person put in. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { mentionsSigningIn } from '../words/cues.ts';
import { isEveryday } from '../words/everyday-words.ts';
import { looksLikePassword } from '../words/looks-like-password.ts';
import { clauseWords, readList, readSecret } from '../words/read-secret.ts';
import { examples } from './password-tried.examples.ts';

const TRIED = bounded(
  '(?<![\\w])(?:tried|trying|try|tryed|used|using|uses|use|entered|entering|enter|typed|typing|type|put|putting|puts|inputted|inputting|keyed|pasted|(?:log(?:ged|ging)?|sign(?:ed|ing)?) ?(?:in|on) with|wrote|wrote down|said|told (?:him|her|them|it)|gave (?:him|her|them|it)|read out)(?: (?:in|it|with|using|as|was|both|also|even|just|like|to put|putting|to use|to enter|out|down|my usual|the usual|all of|them|all)){0,3}:?[ \\n](?=\\S)',
);
const FOR_WORK = bounded(
  '^["\']? (?:for|on|with) (?:my |the )?(?:nhs|work|every|all|outlook|e-?mail|portal|teams)',
  'i',
);
/** People use many things with odd names; they try few. */
const JUST_USED = bounded('^(?:use|uses|using|used) $', 'i');

export const passwordTried: Detector = {
  kind: 'password',
  title: 'What somebody tried to sign in with',
  find(text) {
    const signingIn = mentionsSigningIn(text);
    const found: Span[] = [];
    for (const match of text.matchAll(TRIED)) {
      const at = match.index + match[0].length;
      const stem = stemOfList(text, at);
      const first = stem ?? readSecret(text, at);
      if (!first) continue;
      const list = readList(text, first);
      const quoted = /["']/.test(text.charAt(first.start - 1));
      const forWork = FOR_WORK.test(text.slice(first.end, first.end + 20));
      const alike = list.map((span) => looksLikePassword(text.slice(span.start, span.end)));
      if (
        (alike.includes('strong') && !JUST_USED.test(match[0])) ||
        ((signingIn || forWork || list.length > 1) && (quoted || alike.some((each) => each !== 'no')))
      ) {
        found.push(...list);
      }
    }
    return found;
  },
  examples,
};

/** "Tried heron and heron42": the plain word is the stem of the next one. */
function stemOfList(text: string, at: number): Span | undefined {
  const [word, link, next] = clauseWords(text, at);
  if (!word || word.text.length < 4 || looksLikePassword(word.text) !== 'no' || isEveryday(word.text))
    return undefined;
  const follower = word.last
    ? clauseWords(text, word.end + 1)[0]
    : /^(?:and|or|then)$/i.test(link?.text ?? '') && next;
  if (!follower || looksLikePassword(follower.text) === 'no') return undefined;
  return follower.text.toLowerCase().startsWith(word.text.toLowerCase().slice(0, 4)) ? word : undefined;
}
