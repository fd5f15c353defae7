/** Something that can hardly be anything but a password, alone or in a message about signing in. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector } from '../secret-kind.ts';
import { candidates } from '../words/candidates.ts';
import { mentionsSigningIn } from '../words/cues.ts';
import { examples } from './password-bare.examples.ts';

/** What stands after these has the look of a password and is a name, a number or a thing. */
const NAMES_A_THING = bounded(
  '(?:user(?: ?name| ?id)?|logins?|id|account|email|address|ticket|ref|reference|case|call|incident|job|order|asset|serial|device|laptop|pc|computer|machine|printer|phone|model|tag|hostname|postcode|file|folder|document|called|named|version|build|code|number|no|room|team|channel|group|site|app|network|wifi|tablet|error|message)(?: (?:is|was|no|number|name|id|called))?[:#]? ["\'(]?$',
  'i',
);
/** Names of forms and projects have hyphens and dots, but none of these. */
const HARDLY_A_NAME = bounded('[!$%^*=?~£€]|[a-z]#|#[a-z]', 'i');
/** "Fern7!" or "Kite-42" alone: a word with a capital or a mark, and digits. Tickets and machines are all capitals. */
const SHORT_ALONE = bounded(
  '^["\'(]?(?=\\S{0,40}\\d)(?=\\S{0,40}[a-z]{3})(?=\\S{0,40}[A-Z!#$%^&*=~£€])[\\w!#$%^&*=?~£€.-]{6,40}["\').?]{0,2}$',
  '',
);
const OWNED = bounded(
  '(?:chang(?:e|ing)|forg[eo]t|remember|using|typed?|knows?|guessed|(?:current|old|new|last) one) (?:my )?["\'(]?$',
  'i',
);

export const passwordBare: Detector = {
  kind: 'password',
  title: 'What looks like a password and like nothing else',
  find(text) {
    const found = candidates(text);
    const alone = found.length === 1 && /^\S{8,100}$/.test(text.trim());
    if (alone && (found[0]?.likeness === 'strong' || /^[a-z]{4,40}\d{1,8}[!?]?$/i.test(text.trim())))
      return found;
    if (SHORT_ALONE.test(text.trim()) && found.length === 1) return found;
    const signingIn = mentionsSigningIn(text);
    return found.filter(({ likeness, start, end, before }) => {
      if (likeness !== 'strong' || NAMES_A_THING.test(before)) return false;
      return signingIn || HARDLY_A_NAME.test(text.slice(start, end)) || OWNED.test(before);
    });
  },
  examples,
};
