/** What every feature shows in the same way: an entry, a choice between entries, and "the sources do not say". */
import type { Card } from '../cards/adaptive-card.ts';
import { chooseCard } from '../cards/choose/choose-card.ts';
import { factAnswerCard } from '../cards/fact-answer/fact-answer-card.ts';
import { messageCard } from '../cards/message/message-card.ts';
import { notCoveredCard } from '../cards/not-covered/not-covered-card.ts';
import { urgentHelpCard } from '../cards/urgent-help/urgent-help-card.ts';
import type { Entry, Fact, Gap, Later, SmallTalk, Source } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Turn } from './turn.ts';

const LONGEST_DETAIL = 120;
const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * A source in one line. A document without a date says when its text was copied; a year is never invented.
 * A publisher such as `…, reviewed 27 July 2023` says the year already.
 */
export function sourceLine(source: Source): string {
  const where = `${source.title}, ${source.publisher}`;
  const date = sourceDate(source);
  return where.endsWith(` ${date}`) ? where : `${where}, ${date}`;
}

/** `2020`, or `undated; text copied 21 November 2026`, after `version 3.2` where the document has one. */
export function sourceDate(source: Source): string {
  const version = source.version ? `version ${source.version}, ` : '';
  if (source.year !== 'undated') return `${version}${source.year}`;
  return `${version}${source.imported ? `undated; text copied ${longDate(source.imported)}` : 'undated'}`;
}

/** `2026-11-21` as people write it. */
export function longDate(day: string): string {
  return LONG_DATE.format(new Date(`${day}T12:00:00Z`));
}

/** Only what a dated source says after another dated one is later; the policy has no date. */
export function laterTitle(than: Source, later: readonly Later[]): string {
  const { year } = than;
  const isLater =
    year !== 'undated' && later.every(({ source }) => source.year === 'undated' || source.year > year);
  return isLater ? 'Published later' : 'Other sources say';
}

export function laterLines(later: readonly Later[]): { text: string; source: string }[] {
  return later.map(({ text, source }) => ({ text, source: sourceLine(source) }));
}

export function factCard(fact: Fact): Card {
  return factAnswerCard({
    title: fact.title,
    answer: fact.answer,
    steps: fact.steps,
    quote: fact.quote ?? '',
    sourceLine: sourceLine(fact.source),
    later: laterLines(fact.later),
    laterTitle: laterTitle(fact.source, fact.later),
    links: fact.links,
    ask: fact.ask,
    feature: fact.feature,
    entry: fact.id,
  });
}

export function showFact(turn: Turn, fact: Fact): void {
  const { feature, id: entry } = fact;
  turn.say({ card: factCard(fact), rated: { feature, entry, outcome: 'answered' } });
  turn.record({ feature, outcome: 'answered', clauses: [], entries: [entry] });
}

/** Short words. Where somebody may be in danger: whom to ring, and nothing else. */
export function showSmallTalk(turn: Turn, entry: SmallTalk): void {
  turn.record({ feature: entry.feature, outcome: 'answered', clauses: [], entries: [entry.id] });
  if (entry.urgent) return showUrgent(turn, entry);
  turn.say({
    card: messageCard({ title: '', text: entry.answer, buttons: [{ title: 'What I can do', say: 'menu' }] }),
  });
}

export function showUrgent(turn: Turn, { urgent = '', answer }: SmallTalk): void {
  const lines = answer.split(/(?<=[.!?])\s+(?=[A-Z])/);
  turn.say({ card: urgentHelpCard({ title: urgent, lines }) });
}

export function showChoice(turn: Turn, options: readonly Entry[]): void {
  turn.say({
    card: chooseCard({
      options: options.map((entry) => ({ title: titleOf(entry), detail: detailOf(entry), entry: entry.id })),
    }),
  });
  turn.offer([
    ...options.map((entry) => ({
      title: titleOf(entry),
      action: { verb: 'help.entry', data: { entry: entry.id } },
    })),
    { title: 'None of these', action: { verb: 'help.none', data: {} } },
  ]);
  turn.record({
    feature: options[0]?.feature ?? 'none',
    outcome: 'choose',
    clauses: options.flatMap((entry) => (entry.kind === 'clause' ? [entry.number] : [])),
    entries: options.map((entry) => entry.id),
  });
}

/** A known gap says what is not covered and whom to ask; anything else gets the general words. */
export function showNotCovered(
  turn: Turn,
  knowledge: Knowledge,
  found: { gap?: Gap | undefined; near: readonly Entry[] },
): void {
  const { gap, near } = found;
  const feature = gap?.feature ?? 'none';
  turn.say({
    rated: { feature, entry: gap?.id ?? '', outcome: 'not-covered' },
    card: notCoveredCard({
      title: gap?.title ?? 'I do not have an answer to that',
      answer: gap?.answer ?? 'Nothing in my sources answers this. I would rather say so than guess.',
      ask: gap?.ask ?? knowledge.contact('local-administrator'),
      see: near.map((entry) => ({ title: titleOf(entry), entry: entry.id })),
    }),
  });
  turn.record({
    feature,
    outcome: 'not-covered',
    clauses: [],
    entries: gap ? [gap.id] : [],
  });
}

/** As a list of entries names it. */
export function titleOf(entry: Entry): string {
  return entry.kind === 'clause' ? `${entry.title} (clause ${entry.number})` : entry.title;
}

export function detailOf(entry: Entry): string {
  const text =
    entry.kind === 'clause'
      ? entry.summary
      : entry.kind === 'opener'
        ? ''
        : (entry as { answer: string }).answer;
  return text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL - 1).trimEnd()}…` : text;
}
