/** What is plain from an administrator's words alone. From anybody else the same words are looked up like any others. */
import type { Hearing } from '../feature.ts';

const POLITE = '(?:please |can you |could you |i want to |i would like to )*';
const END = '[?.! ]*$';
const MANY = '(?:accounts|users|mailboxes|people|staff)';

const REPORT = new RegExp(
  `^${POLITE}(?:show|list|see|view|open)(?: me)?(?: all)?(?: of)? (?:my|our|the) ${MANY}${END}`,
  'i',
);
const EXPORT = new RegExp(
  `^${POLITE}(?:export|download|save)(?: all)?(?: of)?(?: my| our| the)? (?:${MANY}|hygiene report)(?: (?:to|into|as) (?:a |an )?(?:excel|csv|file|spreadsheet))?${END}`,
  'i',
);
/** The word that says which. */
const STANDING = '(?<standing>due|next|overdue|late|inactive|at risk|away|absent|on leave)';
const WHO = new RegExp(
  `^${POLITE}(?:(?:show|list|tell)(?: me)? )?(?:who(?:[’']?s| is| are)?|(?:which|what)(?: of)?(?: my| our| the)? ${MANY} (?:is|are)) ${STANDING}(?: (?:soon|next|now|today|this week|this month))?${END}`,
  'i',
);
/** These are looked for in the sources, whoever asks. */
const SOURCES =
  '(?!.*\\b(?:policy|policies|clauses?|sections?|passwords?|rules?|guidance|answers?|help|toolkit|dspt)\\b)';
const NAMED = '(?<words>\\S+(?: \\S+){0,4}?)';
const SEARCH = new RegExp(
  `^${SOURCES}${POLITE}(?:search|look up|search up)(?: for)?(?: the)?(?: ${MANY}| account| user| mailbox)?(?: of| for| called| named)? ${NAMED}${END}`,
  'i',
);
const FIND = new RegExp(
  `^${SOURCES}${POLITE}(?:find|open|show)(?: me)?(?: the)? (?:account|user|mailbox)(?: of| for| called| named)? ${NAMED}${END}`,
  'i',
);
const FIND_WHOSE = new RegExp(
  `^${SOURCES}${POLITE}(?:find|open|show)(?: me)? (?!my |our |your |the )${NAMED}[’']s? account${END}`,
  'i',
);

const AUTOMATIC = new RegExp(
  `^${POLITE}(?:(?:show|open|see|turn on|turn off|switch on|switch off|stop|start)(?: me)?(?: the| my| our)? )?automatic (?:warnings|alerts)(?: on| off)?${END}`,
  'i',
);

const DIGEST = new RegExp(
  `^${POLITE}(?:(?:show|open|see|change|set|stop|turn off|turn on)(?: me)? )?(?:the |my |our )?(?:(?:daily|weekly) )?digest${END}`,
  'i',
);

const from = 'administrators';

export const hearsAdministrator: readonly Hearing[] = [
  { says: REPORT, opens: 'hygiene.report', from },
  { says: EXPORT, opens: 'hygiene.export', from },
  { says: WHO, opens: 'hygiene.who', from },
  { says: AUTOMATIC, opens: 'hygiene.automatic', from },
  { says: DIGEST, opens: 'hygiene.digest', from },
  ...[SEARCH, FIND, FIND_WHOSE].map((says) => ({ says, opens: 'hygiene.search', from }) as const),
];

/** The words of a name or an address in what an administrator said. */
export function searchedFor(said: string): string {
  const found = [SEARCH, FIND, FIND_WHOSE].map((pattern) => pattern.exec(said)?.groups?.words).find(Boolean);
  return found ?? '';
}

/** The list that answers "who is …". */
export function listAskedFor(said: string): 'overdue' | 'inactive' | 'away' | '' {
  switch (WHO.exec(said)?.groups?.standing?.toLowerCase()) {
    case 'overdue':
    case 'late':
      return 'overdue';
    case 'inactive':
      return 'inactive';
    case 'away':
    case 'absent':
    case 'on leave':
      return 'away';
    default:
      return '';
  }
}
