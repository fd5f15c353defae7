/** What an organisation's result in the Data Security and Protection Toolkit means for NHSmail. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface DsptResultCardData {
  /** The result as the toolkit names it, for example `Standards Met`. */
  stage: string;
  /** Its name and code, or empty text. */
  organisation: string;
  meaning: string;
  /** The published status, its edition and day of publication, or empty text. */
  edition: string;
  forNhsmail: string;
  missing: string[];
  steps: string[];
  /** What a later source says, in a sentence, or empty text. */
  later: string;
  laterSource: string;
  /** Empty text where no source gives a day. `daysLeft` is text such as `220 days left`. */
  deadline: { date: string; daysLeft: string; source: string };
  sourceLine: string;
  /** How old the status file is, or empty text. */
  fileAge: string;
  /** Buttons; the card shows the first two. */
  links: { title: string; url: string }[];
  ask: string;
}

const render = cardFrom(import.meta.url, 'A result about the toolkit');

export function dsptResultCard(data: DsptResultCardData): Card {
  return render({ ...data, links: data.links.slice(0, 2) });
}
