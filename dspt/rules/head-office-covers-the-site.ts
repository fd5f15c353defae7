import { hasPublished } from '../organisation.ts';
import { ownPublication } from './own-publication.ts';
import type { Rule } from './rule.ts';

export const headOfficeCoversTheSite: Rule = {
  id: 'head-office-covers-the-site',
  motivation: 'The toolkit can be completed at head office (HQ) or site level.',
  source: 'deck-2020',
  outcome(facts) {
    const { headOffice } = facts;
    // That it published is known; that it published for this site is not.
    return headOffice && hasPublished(headOffice) && !ownPublication(facts) ? 'unknown' : 'not-applicable';
  },
  remedy: {
    warn: '',
    unknown: 'Ask your head office if what it published covers your site.',
  },
};
