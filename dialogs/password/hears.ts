/** What is plain from the words alone: a person's own reminders, and somebody who asks for, or has, their password. */
import type { Hearing } from '../feature.ts';
import { REMIND_ME } from '../remind-me-words.ts';
import { CLICKED } from './clicked.ts';
import { TOLD } from './told.ts';

const KIND = '(?:nhsmail )?(?:password )?(?:expiry )?';
const MY_REMINDERS = new RegExp(
  `^(?:please )?(?:(?:can|could) (?:i|you) )?(?:(?:show|see|list|view|check) )?(?:me )?(?:what are )?(?:all )?(?:of )?(?:my |what )${KIND}reminders?(?: do i have| have i got| are set| please)*[?.! ]*$`,
  'i',
);
const CANCEL_REMINDERS = new RegExp(
  `^(?:(?:please|can|could|you|i want to) )*(?:cancel|stop|delete|remove|clear|turn off|switch off)(?: sending)?(?: me)?(?: all)?(?: of)?(?: my| the| these| those)? ${KIND}reminders?(?: please)?[?.! ]*$`,
  'i',
);
/** They may not know which there are: the list shows them, and a button to stop them. */
const NO_MORE = new RegExp(
  `^(?:(?:please|can|could|you) )*(?:(?:stop|quit) (?:reminding|nagging|nudging) me|stop sending me (?:any |the |these )?${KIND}reminders?|(?:unsubscribe|remove|take)(?: me)? (?:from|off)(?: all| of)*(?: the| my| these| your| any)? ${KIND}reminders?(?: list)?|(?:i )?(?:don['’]?t|do not|no longer) (?:want|need)(?: any| more| the| these)* ${KIND}reminders?|no more ${KIND}reminders?)(?: about (?:it|this|that|(?:the |my )?(?:password|toolkit|dspt)))?(?: any ?more| please| now)*[?.! ]*$`,
  'i',
);
const VERB =
  'rang|phoned|called|emailed|texted|messaged|asked|wants|wanted|(?:is|keeps|kept) (?:ring|phon|call|email|text|messag|ask)ing';
/** "It" is nothing that can be looked up, so the words alone decide. */
const ASKED_FOR_IT = new RegExp(
  `^(?:i think )?(?:some ?(?:one|body)|they|he|she|a (?:man|woman|caller)|it support|i\\.?t\\.?)\\b.{0,40}\\b(?:${VERB})(?: me)? (?:for|asking for|and asked for) it[.! ]*$`,
  'i',
);
/** It has happened: beside the clause, they need to know what to do now. */
const ASKED =
  /\b(?:rang|rung|phoned|called|emailed|texted|messaged|asked (?:me|us)|is asking (?:me|us)|asking (?:me )?for|keeps? asking|(?:wants?|wanting|needs?|needed) (?:my|me to (?:give|send|tell|say)))\b/i;
const KNOWN =
  /\b(?:(?:some ?(?:one|body)|any ?(?:one|body)|they|he|she|hackers?|colleague|who)\b.*\b(?:has|have|had|got|knows?|knew|saw|seen|stole|stolen|getting|been (?:in|using)|using|used|logg(?:ed|ing))|hacked|compromised|i(?:'ve| have)? (?:just )?(?:gave|given|told|shared|typed|entered|put in|clicked))\b/i;

const CLAUSE = 'aup/3.1.5';
/** Where a person is told to leave things unopened, and where they are told to change their password. */
const SUSPICIOUS = ['aup/3.1.6', 'aup/3.1.7', 'password/someone-knows'];

export const hears: readonly Hearing[] = [
  { says: MY_REMINDERS, opens: 'password.reminders' },
  { says: NO_MORE, opens: 'password.reminders' },
  { says: REMIND_ME, opens: 'password.expiry', after: 'password' },
  { says: CANCEL_REMINDERS, opens: 'password.noreminders' },
  { says: ASKED_FOR_IT, opens: 'password.asked' },
  { says: TOLD, opens: 'password.known', insteadOf: CLAUSE },
  { says: ASKED, opens: 'password.asked', insteadOf: CLAUSE },
  { says: KNOWN, opens: 'password.known', insteadOf: CLAUSE },
  ...SUSPICIOUS.map((insteadOf) => ({ says: CLICKED, opens: 'password.clicked', insteadOf })),
];
