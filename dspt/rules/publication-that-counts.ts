/** What was published for an organisation: by itself, or else by its head office. */
import { isCurrentEdition } from '../deadline.ts';
import { hasPublished, type Publication } from '../organisation.ts';
import type { Facts } from './rule.ts';

/** @returns undefined when nothing is known to be published. */
export function publicationThatCounts({ organisation, headOffice }: Facts): Publication | undefined {
  for (const each of [organisation, headOffice]) {
    if (each?.publication && hasPublished(each)) return each.publication;
  }
  return undefined;
}

/** True when it says, for the latest edition that was due, that all mandatory items are met. */
export function showsStandardsMet(facts: Facts): boolean {
  const { level, edition } = publicationThatCounts(facts)?.status ?? { level: 'unknown', edition: '' };
  const met = level === 'standards-met' || level === 'standards-exceeded';
  return met && edition !== '' && isCurrentEdition(edition, facts.today, facts.deadline);
}
