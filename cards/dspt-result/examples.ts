import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { DsptResultCardData } from './dspt-result-card.ts';

export const examples = {
  default: {
    stage: 'Standards Met',
    meaning: 'Your organisation has shown evidence for everything that is mandatory.',
    edition: '22/23 edition, published 30 June 2023',
    forNhsmail: 'You can apply for NHSmail.',
    missing: [],
    later: '',
    laterSource: '',
    deadline: { date: '', daysLeft: '', source: '' },
    sourceLine: 'NHSmail and DSPT slides, 2020',
    links: [{ title: 'Look up an organisation', url: 'https://www.dsptoolkit.nhs.uk/OrganisationSearch' }],
    ask: '',
  },
  longest: {
    stage: 'Approaching Standards',
    meaning:
      'Your organisation has done the mandatory items for its kind and has an action plan for the rest. In social care this result can be published once.',
    edition: '25/26 edition, published 28 June 2026',
    forNhsmail: 'A care provider can apply for NHSmail with this result. Keep to the action plan.',
    missing: [
      'Evidence that staff have had data security training',
      'A plan for when systems fail, and a test of it',
      'A list of the suppliers that handle personal data',
    ],
    later: 'The deadline has been 30 June since 2021.',
    laterSource: 'dsptoolkit.nhs.uk, 2021',
    deadline: {
      date: '31 March 2027',
      daysLeft: '130 days left',
      source: 'NHSmail and DSPT slides, 2020',
    },
    sourceLine: 'DSPT guidance for social care, Digital Care Hub (not an NHS source), undated',
    links: [
      { title: 'Look up an organisation', url: 'https://www.dsptoolkit.nhs.uk/OrganisationSearch' },
      { title: 'Open the toolkit', url: 'https://www.dsptoolkit.nhs.uk/' },
    ],
    ask: 'Ask the toolkit’s own help at dsptoolkit.nhs.uk.',
  },
  empty: {
    stage: 'Not known',
    meaning: 'I cannot tell from your answers.',
    edition: '',
    forNhsmail: '',
    missing: [],
    later: '',
    laterSource: '',
    deadline: { date: '', daysLeft: '', source: '' },
    sourceLine: '',
    links: [],
    ask: '',
  },
  hostile: {
    stage: HOSTILE_MARKUP,
    meaning: HOSTILE_MARKUP,
    edition: HOSTILE_MARKUP,
    forNhsmail: HOSTILE_MARKUP,
    missing: [HOSTILE_MARKUP],
    later: HOSTILE_MARKUP,
    laterSource: HOSTILE_MARKUP,
    deadline: { date: HOSTILE_MARKUP, daysLeft: HOSTILE_MARKUP, source: HOSTILE_MARKUP },
    sourceLine: HOSTILE_MARKUP,
    links: [{ title: HOSTILE_MARKUP, url: 'https://www.dsptoolkit.nhs.uk/' }],
    ask: HOSTILE_MARKUP,
  },
} satisfies Record<string, DsptResultCardData>;
