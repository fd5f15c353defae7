/** "Changed it to …", "the temporary one they gave me was …": what a password was, is or shall be. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { mentionsPassword, mentionsSigningIn, PASSWORD } from '../words/cues.ts';
import { looksLikePassword } from '../words/looks-like-password.ts';
import { readList, readSecret } from '../words/read-secret.ts';
import { examples } from './password-changed.examples.ts';

/** After these an ordinary word is the secret too, in a message about passwords. */
const CHANGED = bounded(
  `(?<![\\w])(?:chang(?:e|ed|es|ing)|chnaged?|changd|reset(?:s|ted|ting)?|re-set|set|setting|updat(?:e|ed|ing)|switch(?:ed|ing)?|swapp(?:ed|ing)|alter(?:ed)?|renewed|made|make)(?: (?:it|mine|that|this|hers|his|theirs|(?:my|the|her|his|our|their)(?: \\w{1,12}){0,2} ${PASSWORD}))?(?: (?:back|over|again|today|yesterday|now|myself)){0,2} ?(?:to|as|=|:|from|2) (?:be )?(?=\\S)|` +
    `(?<![\\w])(?:old|new|last|previous|first|current|temp|temporary|latest|other|original) (?:one|1|1s|ones)(?: (?:i|they|she|he|it|my|we|ive)(?: \\w{1,12}){1,4})?(?: (?:is|was|were|being)|:| ?=) ?(?=\\S)`,
);
/** After these it takes the look of a password. */
const GIVEN = bounded(
  "(?<![\\w])(?:(?:gave|gives|given|giving|sent|send|issued|emailed|texted|handed|provided|supplied|assigned|told)(?: (?:me|us|him|her|them|out|it|over|my \\w{1,15})){0,2}(?: (?:as|with|a|the|is|was)){0,2}|(?:temp|temporary|initial|starter|default|one[- ]time)(?: (?:pass ?words?|pw|pwd|pass|one|login|log ?-?in|credentials|details|they|he|she|it|la|admin|manager|helpdesk|i|ive|we|was|were|is|been|gave|given|sent|texted|emailed|issued|set|got|have|had|me|us|my|the|our|for|of|by|from|today|yesterday|new|nhsmail)(?!\\w)){0,8}:?|from|went to|it'?s(?: now| been| still| called| like)?|it (?:is|was)(?: now)?|it used to be|mine'?s?(?: is| was)?|hers is|his is|i have|i'?ve got|going (?:for|with)|go(?:ne|ing)? (?:for|with)|thought of|picked|chose|chosen|choose|making it|make it|made it|came up with|decided on|pick|want|i said|whether its) [\"']?(?=\\S)",
);

export const passwordChanged: Detector = {
  kind: 'password',
  title: 'What a password was before, is now, or was given out as',
  find(text) {
    const words = mentionsPassword(text);
    const signingIn = words || mentionsSigningIn(text);
    const found: Span[] = [];
    for (const match of text.matchAll(CHANGED)) {
      const first = readSecret(text, match.index + match[0].length, { words });
      if (first) found.push(...readList(text, first));
    }
    for (const match of text.matchAll(GIVEN)) {
      const first = readSecret(text, match.index + match[0].length);
      if (!first) continue;
      const alike = looksLikePassword(text.slice(first.start, first.end));
      if (signingIn || alike === 'strong') found.push(...readList(text, first));
    }
    return found;
  },
  examples,
};
