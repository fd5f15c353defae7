import { showsStandardsMet } from './own-publication.ts';
import type { Rule } from './rule.ts';

export const legalItemsAreMet: Rule = {
  id: 'legal-items-are-met',
  motivation: 'The first stage of the 2020 slides needs the evidence for critical legal requirements.',
  source: 'deck-2020',
  outcome(facts) {
    const { legal } = facts.answers;
    if (legal === undefined) return showsStandardsMet(facts) ? 'ok' : 'unknown';
    return legal === 'yes' ? 'ok' : legal === 'no' ? 'warn' : 'unknown';
  },
  remedy: {
    warn: 'Complete the evidence items for the critical legal requirements.',
    unknown: 'Find out if the critical legal items are met. Whoever fills in your toolkit can see it.',
  },
};
