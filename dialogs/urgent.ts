/** Somebody may be in danger: says whom to ring, before anything else is said or asked. */
import type { Entry, SmallTalk } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Understanding } from '../knowledge/understand.ts';
import { showSmallTalk } from './answers.ts';
import { type Danger, type DangerKind, readDanger } from './danger.ts';
import type { Turn } from './turn.ts';

const ENTRIES: Readonly<Record<DangerKind, string>> = {
  'self-harm': 'none/distress',
  abuse: 'none/safeguarding',
  emergency: 'none/clinical',
};
/** For whoever only sounds tired or low. It names whom to ring as well. */
const GENTLE = 'none/hard-day';
/** Shorter messages answer what was asked: only the rules read them. In characters. */
const SHORTEST = 25;
/** How likely the entry must be, to count more than the question in progress, or where no word of danger was said. */
const LIKELY = 0.6;

/**
 * By rules; in the middle of a dialog also by what the message is understood to be, since an answer to its question is
 * not understood otherwise.
 * @returns undefined when nothing had to be said.
 */
export function sayUrgent(turn: Turn, knowledge: Knowledge, inTheMiddle: boolean): Danger | undefined {
  const danger = readDanger(turn.text) ?? (inTheMiddle ? understoodDanger(turn.text, knowledge) : undefined);
  if (danger) sayDanger(turn, knowledge, danger.kind);
  return danger;
}

/** Says whom to ring, and records it. */
export function sayDanger(turn: Turn, knowledge: Knowledge, kind: DangerKind): void {
  showSmallTalk(turn, urgentEntry(knowledge, kind));
}

/** Words that name nothing else: an emergency is left to the rules, as names of organisations sound like one. */
function understoodDanger(text: string, knowledge: Knowledge): Danger | undefined {
  if (text.length < SHORTEST) return undefined;
  const [best] = knowledge.understand(text).candidates;
  const kind = (['self-harm', 'abuse'] as const).find((each) => ENTRIES[each] === best?.entry);
  return kind && (best?.likelihood ?? 0) >= LIKELY ? { kind, alone: true } : undefined;
}

/** A mere guess at despair, without a word of danger, gets gentle words: the full card is for what is meant so. */
export function gentler(understanding: Understanding, said: string, knowledge: Knowledge): Understanding {
  if (understanding.outcome !== 'answered' || understanding.entry.id !== ENTRIES['self-harm'])
    return understanding;
  const [best] = understanding.candidates;
  if ((best?.likelihood ?? 0) >= LIKELY || readDanger(said)) return understanding;
  const gentle = knowledge.entry(GENTLE);
  return gentle ? { ...understanding, entry: gentle } : understanding;
}

/** @throws Error when the entry has no such words: found at the start, not by somebody in danger. */
export function urgentEntry(knowledge: Knowledge, kind: DangerKind): SmallTalk {
  const entry = knowledge.entry(ENTRIES[kind]);
  if (entry?.kind !== 'small-talk' || !entry.urgent)
    throw new Error(`The entry ${ENTRIES[kind]} needs its words for an emergency.`);
  return entry;
}

/** True for an entry after which nothing is asked. */
export function isUrgent(entry: Entry | undefined): entry is SmallTalk {
  return entry?.kind === 'small-talk' && entry.urgent !== undefined;
}
