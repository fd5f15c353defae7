/** The words of a message that look like a password by themselves, whatever stands round them. */
import type { Span } from '../secret-kind.ts';
import { type Likeness, looksLikePassword } from './looks-like-password.ts';

export interface Candidate extends Span {
  likeness: Exclude<Likeness, 'no'>;
  /** Up to 60 characters on each side. */
  before: string;
  after: string;
}

export function candidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (let start = 0; start < text.length; ) {
    let stop = start;
    while (stop < text.length && text[stop] !== ' ' && text[stop] !== '\n') stop++;
    const span = trimmed(text, start, stop);
    const likeness = looksLikePassword(text.slice(span.start, span.end));
    if (likeness !== 'no') {
      const before = text.slice(Math.max(0, span.start - 60), span.start);
      found.push({ ...span, likeness, before, after: text.slice(span.end, span.end + 60) });
    }
    start = stop + 1;
  }
  return found;
}

/** Without brackets, quotation marks and the punctuation of the sentence. */
function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && `"'(`.includes(text.charAt(start))) start++;
  while (end > start && `.,;:?)"'`.includes(text.charAt(end - 1))) end--;
  return { start, end };
}
