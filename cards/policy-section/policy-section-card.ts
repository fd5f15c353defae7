/** One section of the policy, a page at a time: each clause opens. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface PolicySectionCardData {
  number: string;
  title: string;
  /** The clauses of this page. `summary` is ours. */
  clauses: { number: string; title: string; summary: string }[];
  /** Counted from 1. */
  page: number;
  pages: number;
  sourceLine: string;
}

const render = cardFrom(import.meta.url, 'A section of the Acceptable Use Policy');

export function policySectionCard(data: PolicySectionCardData): Card {
  return render({ ...data });
}
