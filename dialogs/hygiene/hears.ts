/** What is plain from the words alone: somebody else's account that has gone, and what administrators ask for. */
import type { Hearing } from '../feature.ts';
import { hearsAdministrator } from './hears-administrator.ts';

const SOMEBODY =
  'colleague|co-?worker|team ?mate|manager|boss|nurse|carer|doctor|gp|receptionist|clerk|pharmacist|dentist|optometrist|staff|someone|somebody';
const WHOSE = `(?:(?:${SOMEBODY})s?['’]?s?|her|his|their|[\\w-]+['’]s)(?: nhs(?:mail)?| email| work)*`;
const GONE =
  "(?:gone|vanished|disappeared|missing|(?:been|was|is|got|were) (?:deleted|removed|wiped|cleansed|closed)|no longer (?:there|exists)|does ?n['’]?t exist)";
/** A question about the rule is left to be understood. */
const ASKS_ABOUT_THE_RULE = '(?:how|when|what|who|which|is|are|will|do|does|can|could)\\b';

const ACCOUNT_HAS_GONE = new RegExp(
  `^(?!${ASKS_ABOUT_THE_RULE}).*\\b${WHOSE} (?:account|mailbox|nhsmail|email)s?\\b.{0,25}\\b${GONE}\\b`,
  'i',
);

export const hears: readonly Hearing[] = [
  { says: ACCOUNT_HAS_GONE, opens: 'hygiene.gone' },
  ...hearsAdministrator,
];
