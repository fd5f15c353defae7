/** Words of the check. Facts are the 2020 slides' unless a line says otherwise. */
import type { CodeHint } from '../../dspt/ods-code.ts';
import { type DeckStage, deckStageOf, type PublishedLevel } from '../../dspt/published-status.ts';
import type { StageId } from '../../dspt/self-check.ts';

export const ENTRY_LEVEL_ENDED =
  'Entry Level is a stage of the 2020 slides. It ended in March 2021. Later guidance for social care is Approaching Standards or above. The helpdesk confirms.';
export const LATER_SOURCE =
  'Public DSPT status data; DSPT guidance for social care and the NHS England proxy access guide, all undated';
export const STATUS_SOURCE = 'The toolkit’s public organisation search';

export const STAGES: Record<StageId, { title: string; meaning: string; forNhsmail: string }> = {
  'not-yet': {
    title: 'No stage yet',
    meaning: 'Start with the evidence items for the critical legal requirements.',
    forNhsmail: 'The 2020 slides give ongoing access to NHSmail from Entry Level on. You are not there yet.',
  },
  'entry-level': {
    title: 'Entry Level',
    meaning: 'The critical legal items are met. Some expected mandatory items are not met yet.',
    forNhsmail: 'Ongoing access to NHSmail, say the 2020 slides. Ask the helpdesk what applies now.',
  },
  'standards-met': {
    title: 'Standards Met',
    meaning: 'All mandatory expected items are met and your assessment is published.',
    forNhsmail:
      'Access to NHSmail and to other secure national and local digital solutions, say the 2020 slides.',
  },
  'met-not-published': {
    title: 'Standards Met, once published',
    meaning: 'All mandatory expected items are met. Your assessment counts when it is published.',
    forNhsmail:
      'The Acceptable Use Policy (clause 3.1.14) asks organisations to complete and publish the toolkit.',
  },
  unknown: {
    title: 'We cannot tell yet',
    meaning: 'Some answers were "not sure", and a stage needs a clear yes.',
    forNhsmail: 'Ask whoever fills in your toolkit, then check again.',
  },
};

const LEVELS: Record<PublishedLevel, string> = {
  'standards-exceeded': 'Standards Exceeded stands above Standards Met in public data.',
  'standards-met': 'There is evidence for all mandatory expected items.',
  'approaching-standards':
    'In social care, the mandatory items are done and there is an action plan. In trusts, an improvement plan was approved.',
  'standards-not-met': 'The standards are not met.',
  'plan-agreed': 'An older status, seen in 2021: the standards were not fully met, and a plan was agreed.',
  'entry-level': 'The critical legal items were met, and some mandatory ones were not.',
  'not-published': 'Nothing is published under this code.',
  unknown: 'I do not know this status, so I cannot say what it means. The toolkit’s own help can.',
};
const DECK_STAGES: Record<DeckStage | 'none', string> = {
  'entry-level': `In the 2020 slides this is stage 1. ${ENTRY_LEVEL_ENDED}`,
  'standards-met': 'In the 2020 slides this is stage 2, Standards Met.',
  none: 'The 2020 slides do not have this status.',
};

/** What a published status says, and which stage of the 2020 slides it is, if any. */
export function explain(level: PublishedLevel): string {
  if (level === 'not-published' || level === 'unknown') return LEVELS[level];
  return `${LEVELS[level]} ${DECK_STAGES[deckStageOf(level) ?? 'none']}`;
}

export const FOR_NHSMAIL = {
  ok: 'For social care, Approaching Standards or above is enough to apply for NHSmail, says NHS England’s proxy access guide. The helpdesk confirms.',
  warn: 'For social care, you need Approaching Standards or above to apply for NHSmail. What follows for accounts you have, our sources do not say. Ask the helpdesk.',
  'not-applicable':
    'The guidance I have on NHSmail is for social care. Ask the helpdesk what applies to you.',
  unknown:
    'I cannot tell what this means for your NHSmail. Guidance for social care asks for Approaching Standards or above. Ask the helpdesk.',
};

export const HINTS: Record<CodeHint, string> = {
  'head-office': 'The code looks like a head office.',
  'care-home-site': 'The code looks like a care home site.',
  'home-care-site': 'The code looks like a home care site.',
};
export const HINT_ONLY =
  'That is a hint of the 2020 slides. Other kinds of organisation have such codes too.';

export const NEXT_STEPS = [
  'If you are new to the toolkit, register. You need your email address and your ODS code.',
  'The first person to register becomes the administrator. They complete the profile and add other users.',
  'You can do it at head office (HQ) level or at site level.',
  'Publish. The slides name the National Data Guardian’s 10 data security standards as a reason for the toolkit. They do not list them.',
];

export const SEARCH = 'https://www.dsptoolkit.nhs.uk/OrganisationSearch';
export const LINKS = [
  { title: 'Register for the toolkit', url: 'https://www.dsptoolkit.nhs.uk/Account/Register' },
  { title: 'Search published statuses', url: SEARCH },
];

export const FIND_CODE = {
  title: 'Finding your ODS code',
  lines: [
    'Search for your organisation by name in the toolkit’s public search. It shows the code.',
    'In the 2020 slides, head offices normally have A*** or C***, care homes VL*** or VM***, and home care VN***. These are hints only.',
    'You can also type the name here, and I will look in the published statuses that I have.',
  ],
};

const NOTHING_CHANGED = 'You can look in the toolkit’s public search.';
export const NOT_FOUND = {
  'not-a-code': {
    title: 'That is not an ODS code',
    lines: ['An ODS code has 1 to 9 letters and digits, and nothing else.', NOTHING_CHANGED],
  },
  'code-not-found': {
    title: 'I did not find that code',
    lines: ['Please check it for a slip. A new or closed organisation may be missing here.', NOTHING_CHANGED],
  },
  'name-not-found': {
    title: 'I did not find that name',
    lines: ['Try fewer words, or the name that the toolkit knows you by.', NOTHING_CHANGED],
  },
  'no-file': {
    title: 'I cannot look up names here',
    lines: [
      'No published statuses have been loaded for me. We can go on with your own answers.',
      NOTHING_CHANGED,
    ],
  },
};

export const UNCHECKED = {
  'nothing-to-look-in': 'I cannot check this code: no published statuses have been loaded for me.',
  'directory-silent': 'I could not check this code: the register of organisations did not answer in time.',
};

export function nameAndCode({ name, code }: { name: string; code: string }): string {
  return name ? `${name} (${code})` : code;
}
