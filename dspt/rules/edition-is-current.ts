import { isCurrentEdition } from '../deadline.ts';
import { ownPublication } from './own-publication.ts';
import type { Rule } from './rule.ts';

export const editionIsCurrent: Rule = {
  id: 'edition-is-current',
  motivation: 'The toolkit is an annual assessment, so a status of an old edition may be out of date.',
  source: 'deck-2020',
  outcome(facts) {
    const publication = ownPublication(facts);
    if (!publication) return 'not-applicable';
    const { edition } = publication.status;
    if (!edition) return 'unknown';
    return isCurrentEdition(edition, facts.today, facts.deadline) ? 'ok' : 'warn';
  },
  remedy: {
    warn: 'Publish for this year. The published status is of an older edition.',
    unknown: 'Check which year the published status is for. It names no edition.',
  },
};
