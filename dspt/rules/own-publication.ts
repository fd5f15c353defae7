/** What the organisation itself has published. A head office's may cover it too, but no source says that it does. */
import { isCurrentEdition } from '../deadline.ts';
import { hasPublished, type Publication } from '../organisation.ts';
import type { Facts } from './rule.ts';

/** @returns undefined when nothing is known to be published. */
export function ownPublication({ organisation }: Facts): Publication | undefined {
  return organisation && hasPublished(organisation) ? organisation.publication : undefined;
}

/** True when it says, for the latest edition that was due, that all mandatory items are met. */
export function showsStandardsMet(facts: Facts): boolean {
  const { level, edition } = ownPublication(facts)?.status ?? { level: 'unknown', edition: '' };
  const met = level === 'standards-met' || level === 'standards-exceeded';
  return met && edition !== '' && isCurrentEdition(edition, facts.today, facts.deadline);
}
