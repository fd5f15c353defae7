/** What is plain from an administrator's words alone. "Access to my mailbox" is a question about the policy, and is left to it. */
import type { Hearing } from '../feature.ts';

const POLITE = '(?:please )?(?:(?:can|could) (?:i|you|we) |i (?:want|need|would like) to )?';
const ADMINISTRATORS = '(?:the |my |our |all )*(?:local )?(?:administrators?|admins?)';
const SOMEBODY = '(?:somebody|someone|a colleague|a deputy|another person|[^\\s@]+@[^\\s@]+)';
/** What an administrator's access is to; anything else, such as a mailbox, is no business of this. */
const TO_THIS =
  '(?: to (?:this|(?:the|my|our) (?:organisations?|reports?|hygiene report|accounts|assistant)))?';
const END = '(?: please)?[?.! ]*$';

const says = (words: string) => new RegExp(`^${POLITE}${words}${END}`, 'i');

const HEARD: readonly Omit<Hearing, 'from'>[] = [
  { says: says(`(?:(?:show|list|see|view|manage)(?: me)? )?${ADMINISTRATORS}`), opens: 'access.list' },
  { says: says(`who (?:else )?(?:administers|looks after|has access)${TO_THIS}`), opens: 'access.list' },
  { says: says(`who (?:else )?can see (?:our accounts|my organisations?|the report)`), opens: 'access.list' },
  { says: says(`(?:give|grant) ${SOMEBODY} access${TO_THIS}`), opens: 'access.give' },
  { says: says(`(?:give|grant) access to ${SOMEBODY}`), opens: 'access.give' },
  { says: says(`(?:add|appoint) (?:an?|another|a new) (?:administrator|admin)`), opens: 'access.give' },
  { says: says(`make ${SOMEBODY} an (?:administrator|admin)`), opens: 'access.give' },
  { says: says(`(?:remove|delete) an? (?:administrator|admin)`), opens: 'access.list' },
  {
    says: says(`(?:end|remove|revoke|take away) (?:somebody's|someone's) access${TO_THIS}`),
    opens: 'access.list',
  },
];

/** From anybody else the same words are looked up like any others. */
export const hears: readonly Hearing[] = HEARD.map((each) => ({ ...each, from: 'administrators' }));
