import { ownPublication } from './own-publication.ts';
import type { Rule } from './rule.ts';

const ENOUGH = ['standards-exceeded', 'standards-met', 'approaching-standards'];
const TOO_LITTLE = ['standards-not-met', 'entry-level'];

export const statusIsEnoughToApply: Rule = {
  id: 'status-is-enough-to-apply',
  motivation: 'Guidance for social care asks for Approaching Standards or above to apply for NHSmail.',
  source: 'proxy-access-guide',
  outcome(facts) {
    const sector = facts.organisation?.sector ?? '';
    if (sector && !isSocialCare(sector)) return 'not-applicable';
    const level = ownPublication(facts)?.status.level;
    if (!sector || !level) return 'unknown';
    return ENOUGH.includes(level) ? 'ok' : TOO_LITTLE.includes(level) ? 'warn' : 'unknown';
  },
  remedy: {
    warn: 'Reach Approaching Standards or above before you apply for NHSmail.',
    unknown: 'Ask the helpdesk which status you need for NHSmail.',
  },
};

/** By the toolkit's own sector names. "Integrated Care Board" is none. */
export function isSocialCare(sector: string): boolean {
  return /social care|care homes?\b|domiciliary|home ?care|nursing home|residential|supported living/i.test(
    sector,
  );
}
