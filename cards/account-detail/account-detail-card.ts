/** One account, for its administrator: where it stands and why, what the report says, and what can be decided. */
import type { Card } from '../adaptive-card.ts';
import type { ReportPlace } from '../hygiene-report/hygiene-report-card.ts';
import { cardFrom } from '../template.ts';

export interface AccountDetailCardData {
  /** What has just been done, in a sentence, or empty. */
  done: string;
  name: string;
  address: string;
  organisation: string;
  /** The stage in words. */
  stage: string;
  /** What happens and when, or empty. */
  when: string;
  why: string;
  rule: string;
  /** Document, publisher and year. */
  ruleSource: string;
  /** The report's day and age. */
  reportLine: string;
  /** That the report is too old to act on, or empty. */
  tooOld: string;
  facts: { title: string; value: string }[];
  youCan: string[];
  /** What stands decided, a sentence each. */
  decided: { text: string }[];
  /** The newest first: what was decided, and by whom and when. */
  past: { what: string; who: string }[];
  /** When the administrator will be reminded, or empty. */
  reminder: string;
  /** Buttons: `verb` asks for more first (`hygiene.form`), or decides (`hygiene.decide`). */
  decisions: { title: string; verb: 'hygiene.form' | 'hygiene.decide'; decision: string }[];
  /** Names the decision that "Undo" takes back; 0 when there is none. */
  undo: number;
  /** Where in the report the administrator came from. */
  place: ReportPlace;
}

const render = cardFrom(import.meta.url, 'An account you asked about');

export function accountDetailCard(data: AccountDetailCardData): Card {
  return render({ ...data, place: { ...data.place } });
}
