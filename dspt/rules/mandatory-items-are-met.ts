import { showsStandardsMet } from './own-publication.ts';
import type { Rule } from './rule.ts';

export const mandatoryItemsAreMet: Rule = {
  id: 'mandatory-items-are-met',
  motivation: 'Standards Met needs evidence for all mandatory expected requirements.',
  source: 'deck-2020',
  outcome(facts) {
    const { legal, mandatory } = facts.answers;
    if (mandatory === undefined) {
      // Not asked, because the legal items come first.
      if (legal === 'no') return 'warn';
      return showsStandardsMet(facts) ? 'ok' : 'unknown';
    }
    if (mandatory === 'unsure') return 'unknown';
    return mandatory === 'no' ? 'warn' : 'ok';
  },
  remedy: {
    warn: 'Complete the mandatory items that are still open.',
    unknown: 'Find out if all mandatory items are met. Whoever fills in your toolkit can see it.',
  },
};
