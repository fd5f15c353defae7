/** "My password is …", "pw: …", "… is my password": the person calls it a password. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { PASSWORD, WHOSE } from '../words/cues.ts';
import { readList, readSecret } from '../words/read-secret.ts';
import { readSecretBefore } from '../words/read-secret-before.ts';
import { examples } from './password-named.examples.ts';

const NAMED = bounded(`(?<![\\w@])(?:${PASSWORD}|(?<=\\b(?:my|temp|temporary|new|old|the) )pass)(?![\\w@])`);
const LINK = bounded(
  `^["']?(?: ?\\([^()]{0,25}\\))?(?: (?:for|on|to|i|ive|i've|im|i'm|he|hes|she|shes|they|we|weve|that|which|you|given|my|of|at|in|with|from|it)(?: (?!and |but |so |because |user|ticket|number|colleague|manager|who )[^\\s:=.,;?!]{1,24}){0,6}?)?` +
    `(?: ?(?::|=>?|->|~)(?: ?(?:is|was|=))?| - | -|- | (?:(?:now|currently|still|just|today) )?(?:was set (?:to|as)|is set (?:to|as)|set (?:to|as)|used to be|has been|had been|will be|should be|would be|shud be|is|was|are|were|iz|being|called)(?! not )(?: ?[:=-])?)` +
    '(?: (?:now|currently|still|just|actually|literally|basically|simply|called|probably|something like))?(?= |["\'(]|\\S)',
  'i',
);
const DIRECT = bounded('^["\']?[ ,\\n(]{1,2}', 'i');
const FAILS = bounded(
  "^ (?:doesn?'?t|does not|isn'?t|is not|not|won'?t|will not|keeps|never|didn'?t|hasn'?t|wasn'?t|no longer|stopped)(?!\\w)",
  'i',
);
/** "The person who knows my password is Sandra": what follows is not the password. */
const ABOUT_SOMETHING_ELSE = bounded(
  `(?:(?:has|have|had|knows?|knew|ask(?:ed|ing|s)? (?:me )?for|for|about|with|shar(?:e|ed|ing)|chang(?:e|ed|ing)|reset|forgot|forgotten|lost|guess(?:ed)?|wants?|wanted) (?:my|the|your|our|his|her|their)(?: \\w{1,12}){0,2}|(?:^|\\W)(?:an?|any|every|good|strong|each|what|no|longer|better)(?: \\w{1,12}){0,1}) $`,
  'i',
);
const POSSESSED = bounded(`(?<![\\w])${WHOSE}(?: [\\w.-]{1,15}){0,2} $`, 'i');
/** "My password's …", with the apostrophe or, as phones leave it out, without. */
const CONTRACTED = bounded(
  "^'s(?: (?:now|currently|still|just|actually|literally|called)(?!\\w))?[:=]? (?=\\S)",
  'i',
);
const OWN = bounded(
  '(?<![\\w])(?:my|her|his)(?: (?:nhs|nhs ?mail|email|e-mail|new|old|current|temp|temporary|login|work)){0,2} $',
  'i',
);
const ASKS_ABOUT = bounded('(?<![\\w])(?:what|whats|how|when|where|which)(?![\\w])[^.,;?!]{0,20}$', 'i');
/** An ordinary word is the secret only where nothing that it could belong to follows: not "my password's lifespan is …". */
const CLAUSE_ENDS = bounded(
  "^[\"')]?(?:[.,;:?!)]| ?\\n| ?$| (?:and|but|so|it|its|it's|please|pls|help|why|what|how|can|which|if|i|im|i'm|wont|won't|cant|can't|that|ok|thanks|now|still|doesnt|doesn't)(?!\\w))",
  'i',
);
const BACKWARD = bounded(
  ` (is|was|as|for|are|were|=|\\() ?(?:also |still |now )?(?:${WHOSE}|(?<= (?:as|for) )an?)(?: [\\w.-]{1,15}){0,2} (?:${PASSWORD}|pass)(?![\\w])`,
);

function forward(text: string, at: number, after: number): Span[] {
  const before = text.slice(Math.max(0, at - 60), at);
  const link = LINK.exec(text.slice(after, after + 260));
  if (link) {
    const sentence = /[a-z]$/i.test(link[0].trim()) && !/[:=~]/.test(link[0]);
    const several = /s$/i.test(text.slice(at, after));
    const words = !(sentence && (several || ABOUT_SOMETHING_ELSE.test(before))) && !/^-\S?/.test(link[0]);
    const published = !sentence || (POSSESSED.test(before) && !/used to/.test(link[0]));
    const found = readSecret(text, after + link[0].length, { words, digits: true, published });
    if (found) return readList(text, found, { published });
  }
  const contracted = readContracted(text, after, before);
  if (contracted) return readList(text, contracted, { published: true });
  const direct = DIRECT.exec(text.slice(after, after + 4));
  if (!direct) return [];
  const value = readSecret(text, after + direct[0].length, { digits: POSSESSED.test(before) });
  if (value) return readList(text, value);
  const word = readSecret(text, after + direct[0].length, { words: true });
  return word && FAILS.test(text.slice(word.end, word.end + 20)) ? [word] : [];
}

function readContracted(text: string, after: number, before: string): Span | undefined {
  const plural = /s$/i.test(text.charAt(after - 1));
  const at = text.startsWith("'s", after) ? after : plural ? after - 1 : -1;
  const link =
    at < 0
      ? null
      : CONTRACTED.exec(at === after ? text.slice(after, after + 30) : `'${text.slice(at, at + 30)}`);
  if (!link) return undefined;
  const start = at + link[0].length - (at === after ? 0 : 1);
  const own = OWN.test(before) && !ASKS_ABOUT.test(before) && !ABOUT_SOMETHING_ELSE.test(before);
  const found = readSecret(text, start, { digits: own, published: own });
  if (found || !own) return found;
  const word = readSecret(text, start, { words: true });
  return word && CLAUSE_ENDS.test(text.slice(word.end, word.end + 20)) ? word : undefined;
}

export const passwordNamed: Detector = {
  kind: 'password',
  title: 'A password that the person calls a password',
  find(text) {
    const found: Span[] = [];
    for (const match of text.matchAll(NAMED)) {
      found.push(...forward(text, match.index, match.index + match[0].length));
    }
    for (const match of text.matchAll(BACKWARD)) {
      found.push(
        ...readSecretBefore(text, match.index, match[1] ?? '', text.slice(match.index + match[0].length)),
      );
    }
    return found;
  },
  examples,
};
