/** Words of the stage check. Facts are the 2020 slides' unless a line says otherwise. */
import type { StageId } from './check.ts';

interface StageWords {
  title: string;
  meaning: string;
  forNhsmail: string;
  later: string;
  laterSource: string;
}

const ENTRY_LEVEL_ENDED =
  'Entry Level is a stage of the 2020 slides. It ended in March 2021. Later guidance for social care is Approaching Standards or above. The helpdesk confirms.';
const LATER_SOURCE = 'DSPT guidance for social care and the NHS England proxy access guide, both undated';

export const STAGES: Record<StageId, StageWords> = {
  'not-yet': {
    title: 'No stage yet',
    meaning: 'Start with the evidence items for the critical legal requirements.',
    forNhsmail: 'The 2020 slides give ongoing access to NHSmail from Entry Level on. You are not there yet.',
    later: ENTRY_LEVEL_ENDED,
    laterSource: LATER_SOURCE,
  },
  'entry-level': {
    title: 'Entry Level',
    meaning: 'The critical legal items are met. Some expected mandatory items are not met yet.',
    forNhsmail: 'Ongoing access to NHSmail, say the 2020 slides.',
    later: ENTRY_LEVEL_ENDED,
    laterSource: LATER_SOURCE,
  },
  'standards-met': {
    title: 'Standards Met',
    meaning: 'All mandatory expected items are met and your assessment is published.',
    forNhsmail:
      'Access to NHSmail and to other secure national and local digital solutions, say the 2020 slides.',
    later:
      'The stages in the 2020 slides have changed. Entry Level ended in March 2021. Later guidance for social care is Approaching Standards or above. The helpdesk confirms.',
    laterSource: LATER_SOURCE,
  },
  'met-not-published': {
    title: 'Standards Met, once published',
    meaning: 'All mandatory expected items are met. Your assessment counts when it is published.',
    forNhsmail:
      'The Acceptable Use Policy (clause 3.1.14) asks organisations to complete and publish the toolkit.',
    later: ENTRY_LEVEL_ENDED,
    laterSource: LATER_SOURCE,
  },
  unknown: {
    title: 'We cannot tell yet',
    meaning: 'Some answers were "not sure", and a stage needs a clear yes.',
    forNhsmail: 'Ask whoever fills in your toolkit, then check again.',
    later: ENTRY_LEVEL_ENDED,
    laterSource: LATER_SOURCE,
  },
};

export const LINKS = [
  { title: 'Register for the toolkit', url: 'https://www.dsptoolkit.nhs.uk/Account/Register' },
  { title: 'Search published statuses', url: 'https://www.dsptoolkit.nhs.uk/OrganisationSearch' },
];
