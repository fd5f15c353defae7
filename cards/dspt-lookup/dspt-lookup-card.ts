/** What is published about an organisation, or how to find it: shown on the way through the toolkit check. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface DsptLookupCardData {
  title: string;
  /** Short paragraphs. */
  lines: string[];
  /** For example `Published` and `29 June 2023`. Titles are our own words. */
  facts: { title: string; value: string }[];
  sourceLine: string;
  /** How old the status file is, or empty text. */
  fileAge: string;
  /** The card shows the first two. */
  links: { title: string; url: string }[];
}

const render = cardFrom(import.meta.url, 'An organisation in the toolkit');

export function dsptLookupCard(data: DsptLookupCardData): Card {
  return render({ ...data, links: data.links.slice(0, 2) });
}
