/** "sam.jones@nhs.net / …": a user name with its password beside it. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { mentionsSigningIn, PASSWORD } from '../words/cues.ts';
import { readSecret } from '../words/read-secret.ts';
import { examples } from './login-pair.examples.ts';

const AFTER_ADDRESS = bounded(
  "(?<![\\w.+'-])[\\w.+'-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}(?:( ?[/|\\\\:;>~] ?| - |\\n| ?, ?| ?\\+ ?| ?& ?)| and | with | )(?:(?:and|then|with) )?(?:(?:the |my )?(?:password|pw|pass)[:=]? )?(?=\\S)",
);
const AFTER_USER = bounded(
  `(?<![\\w])(?:user(?: ?names?| ?id)?|log ?-?ins?|log ?-?on|sign ?-?in|uid|creds|credentials|account)(?: (?:details|name|id|info))?(?: (?:is|are|was))? ?[:=-]? ?(?!${PASSWORD})([\\w.@+'-]{2,64}),? ?(?:/|\\||\\\\|;|\\n|,|and|with)? ?((?:${PASSWORD}|pass)(?![\\w]))?(?: (?:is|was))? ?[:=-]? ?(?=\\S)`,
);
const LOGIN = bounded(
  '(?<![\\w])(?:log ?-?(?:in|on)s?|sign ?-?in|user(?: ?name| ?id)?|creds|credentials|details|account)(?!\\w)',
  'i',
);

export const loginPair: Detector = {
  kind: 'password',
  title: 'A user name or address with a password beside it',
  find(text) {
    const login = LOGIN.test(text);
    const found: (Span | undefined)[] = [];
    for (const match of text.matchAll(AFTER_ADDRESS)) {
      if (!login && !mentionsSigningIn(text) && !match[1]) continue;
      const alone = match.index === 0 && !/\s/.test(text.slice(match[0].length));
      const words = (login || alone) && /^ ?[/|\\]/.test(match[1] ?? '');
      found.push(readSecret(text, match.index + match[0].length, { words, published: true }));
    }
    for (const match of text.matchAll(AFTER_USER)) {
      const joined = /[/|]/.test(match[0].slice(-4));
      if (!match[2] && !joined) continue;
      const words = match[2] !== undefined && !/^(?:and|or|is|my|your|the)$/i.test(match[1] ?? '');
      found.push(readSecret(text, match.index + match[0].length, { words, published: true, digits: words }));
    }
    return found.filter((span) => span !== undefined);
  },
  examples,
};
