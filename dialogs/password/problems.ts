/** What can be wrong with a password, and the words people use for it when they have been asked. */

import { spoken } from '../spoken.ts';
import { TOLD } from './told.ts';

export const PROBLEM_IDS = [
  'expired',
  'forgotten',
  'locked-out',
  'new-phone',
  'first-log-in',
  'refused',
  'asked',
  'known',
  'colleague',
  'other',
] as const;
export type ProblemId = (typeof PROBLEM_IDS)[number];

export const REASON_IDS = ['too-short', 'last-4', 'common', 'breached', 'reason-unsure'] as const;
export type ReasonId = (typeof REASON_IDS)[number];

/** What is wrong for a colleague: the problems that can be read out to them, or that nobody knows. */
export const COLLEAGUE_IDS = [
  'expired',
  'forgotten',
  'locked-out',
  'new-phone',
  'first-log-in',
  'colleague-unsure',
] as const;
export type ColleagueId = (typeof COLLEAGUE_IDS)[number];

/** The three questions that the help asks; no path needs more than two of them. */
export type AskingId = 'problem' | 'reason' | 'colleague';
export type AnswerId = ProblemId | ReasonId | ColleagueId;

/** A longer message is more likely a question of its own. */
const LONGEST = 120;
const QUESTION =
  /\?\s*$|^(how|what|why|when|where|who|which|can|could|do|does|did|is|are|should|may|must|will)\b/;

/** The first that fits counts: "they rang me for it" is also about a phone. */
const PROBLEM_WORDS: readonly (readonly [ProblemId, RegExp])[] = [
  [
    'asked',
    /\b(rang|phoned|called|emailed|e-mailed|texted|messaged|asked|asks|(ring|phon|call|email|text|messag|ask)ing) (me|us|for)\b|\b(wants?|wanted|needs|needed|demand\w*) (me to|my|it off me|it from me)\b|\bscam|\bphish/,
  ],
  [
    'known',
    /\b(someone|somebody|some one|they|he|she|hacker|colleague|manager|boss)\b.*\b(has|have|had|knows?|knew|got|using|used|saw|seen|stole|been in)\b.*\b(it|my|password|account|in)\b|\bhack|\bcompromised\b|\bi('ve| have)? (gave|given|told|shared|typed|entered)\b/,
  ],
  [
    'colleague',
    /\b(colleague|co-?worker|someone else|somebody else|another (person|member)|team ?mate|friend|member of staff|one of (my|our)|on behalf|not me|for (him|her|them))\b|\b(he|she|they)('s| is| are|'re)? (can'?t|cannot|locked|stuck|forgot)/,
  ],
  [
    'refused',
    /\brefus|\breject|\b(won'?t|wont|not|doesn'?t|didn'?t|isn'?t) (be )?(accept|tak|lik|allow)|\bnot valid|\binvalid\b/,
  ],
  ['locked-out', /\block/],
  ['expired', /\bexpir|\b(run|ran|runs|running) out|\bout of date|\blapsed|\bneeds? (updating|changing)/],
  [
    'forgotten',
    /\bforg[eo]t|\b(can'?t|cannot|don'?t|do not) (remember|know|recall)\b.*\b(it|my|password)\b|\blost (it|my password)/,
  ],
  ['new-phone', /\b(phone|authenticator|mfa|mobile|handset|sim)\b/],
  [
    'first-log-in',
    /\bfirst\b|\bnew (here|starter|user|account|joiner|job)|\bnever (logged|signed)|\btemporary\b|\bjust (started|joined)/,
  ],
  [
    'other',
    /^(something|anything) else\b|^(an)?other( (problem|thing|one|reason))?$|^(it'?s |its )?none( of (these|those|them|the above))?$|^not (listed|there|on (here|the list))\b|^(i )?(really )?(don'?t|do not|dont) know( what('?s| is) wrong)?$|^no idea$|^(i'?m )?not sure$|^dunno$|^neither$/,
  ],
];

const UNSURE =
  /\b(not sure|unsure|don'?t know|do not know|no idea|dunno|no reason|doesn'?t say|did ?n[o']t say|none|other)\b/;
const REASON_WORDS: readonly (readonly [ReasonId, RegExp])[] = [
  ['reason-unsure', UNSURE],
  ['too-short', /\bshort|\blong(er)?\b|\blength|\b(10|ten|characters)\b/],
  ['breached', /\bbreach|\bleak|\bcompromis|\bhacked\b|\bstolen\b/],
  ['common', /\bcommon\b|\bguess|\bpopular|\beasy\b/],
  ['last-4', /\blast\b|\bprevious|\bold one|\bused (it )?before|\bsame\b|\b(4|four)\b|\breus/],
];

/** What a person whose entry this is has gone wrong with. */
const PROBLEM_OF_ENTRY: Readonly<Record<string, ProblemId>> = {
  'password/expired': 'expired',
  'password/forgotten': 'forgotten',
  'password/locked-out': 'locked-out',
  'password/new-phone': 'new-phone',
  'password/first-log-in': 'first-log-in',
  'password/new-password-refused': 'refused',
  'password/someone-knows': 'known',
  'password/colleague-locked-out': 'colleague',
};

/** @returns the problem that an entry tells of, or undefined when it is a fact to read. */
export function problemOf(entry: string): ProblemId | undefined {
  return PROBLEM_OF_ENTRY[entry];
}

/** @returns undefined when the words answer nothing that was asked. */
export function readWords(words: string, asking: AskingId): AnswerId | undefined {
  const text = words.trim().toLowerCase().replace(/[’‘`]/g, "'");
  if (text === '' || text.length > LONGEST || QUESTION.test(text)) return undefined;
  if (asking === 'reason') return REASON_WORDS.find(([, pattern]) => pattern.test(text))?.[0];
  if (asking === 'problem' && TOLD.test(text)) return 'known';
  const asked = PROBLEM_WORDS.filter(([id]) => asking === 'problem' || forColleague(id));
  const problem = asked.find(([, pattern]) => pattern.test(spoken(text)))?.[0];
  if (asking === 'problem') return problem;
  return forColleague(problem) ?? (UNSURE.test(text) ? 'colleague-unsure' : undefined);
}

/** @returns the answer as a colleague's, or undefined when it cannot be read out to somebody. */
export function forColleague(problem: string | undefined): ColleagueId | undefined {
  return COLLEAGUE_IDS.find((id) => id === problem);
}

/** Checks an answer that a button sent: its data comes from the client. */
export function readAnswer(answer: unknown, asking: AskingId): AnswerId | undefined {
  const known: readonly AnswerId[] =
    asking === 'problem' ? PROBLEM_IDS : asking === 'reason' ? REASON_IDS : COLLEAGUE_IDS;
  return known.find((id) => id === answer);
}
