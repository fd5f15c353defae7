/** The policy's sections, to read it without a question. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface PolicyContentsCardData {
  title: string;
  /** The sections are the parts of one: a button goes to all of them. */
  part: boolean;
  /** `clauses` is how many there are. */
  sections: { number: string; title: string; clauses: number }[];
  sourceLine: string;
}

const render = cardFrom(import.meta.url, 'The sections of the Acceptable Use Policy');

export function policyContentsCard(data: PolicyContentsCardData): Card {
  const sections = data.sections.map((section) => ({ ...section, size: counted(section.clauses, 'clause') }));
  return render({ ...data, sections });
}
