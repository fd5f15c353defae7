import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { DsptLookupCardData } from './dspt-lookup-card.ts';

export const examples = {
  default: {
    title: 'Rosebank House (VLZ01)',
    lines: ['Standards Met means that there is evidence for all mandatory items.'],
    facts: [
      { title: 'Status', value: '22/23 Standards Met' },
      { title: 'Published', value: '29 June 2023' },
      { title: 'Sector', value: 'Care Home' },
    ],
    sourceLine: 'The toolkit’s public organisation search',
    fileAge: 'The status file is of 16 November 2023, 14 days old.',
    links: [
      { title: 'See it in the toolkit', url: 'https://www.dsptoolkit.nhs.uk/OrganisationSearch/VLZ01' },
    ],
  },
  longest: {
    title: 'The Invented Partnership for Care and Support at Home in the Northern Counties Limited (VNZ77)',
    lines: [
      'Approaching Standards means two things. In social care the mandatory items are done and there is an action plan. In trusts an improvement plan was approved.',
      'This code looks like a home care site. That is a hint of the 2020 slides, not a test.',
      'This site has published nothing itself. Its head office has, and that may cover the site. Ask to make sure.',
    ],
    facts: [
      { title: 'Status', value: '21/22 Standards Not fully Met (Plan Agreed)' },
      { title: 'Published', value: '29 September 2022' },
      { title: 'Sector', value: 'Domiciliary Care Organisation' },
      {
        title: 'Head office',
        value: 'Invented Partnership Holdings Limited (AZ01): 25/26 Standards Exceeded',
      },
    ],
    sourceLine: 'The toolkit’s public organisation search',
    fileAge: 'The status file is of 16 November 2023, 1,101 days old.',
    links: [
      { title: 'See it in the toolkit', url: 'https://www.dsptoolkit.nhs.uk/OrganisationSearch/VNZ77' },
      { title: 'Search all organisations', url: 'https://www.dsptoolkit.nhs.uk/OrganisationSearch' },
    ],
  },
  empty: { title: 'I found nothing', lines: [], facts: [], sourceLine: '', fileAge: '', links: [] },
  hostile: {
    title: HOSTILE_MARKUP,
    lines: [HOSTILE_MARKUP],
    facts: [{ title: 'Head office', value: HOSTILE_MARKUP }],
    sourceLine: HOSTILE_MARKUP,
    fileAge: HOSTILE_MARKUP,
    links: [{ title: HOSTILE_MARKUP, url: 'https://www.dsptoolkit.nhs.uk/' }],
  },
} satisfies Record<string, DsptLookupCardData>;
