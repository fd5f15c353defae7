/** Parts a message that asks two things: only where each part is clear on its own and they ask for different things. */
import type { Entry } from './entry.ts';
import type { Understanding } from './understand.ts';

/** Longer messages tell a story, and a story is one question. In characters. */
const LONGEST = 240;
const SHORTEST_PART = 8;
const MOST_PARTS = 3;
/** How likely the entry of a part must be. Set so that hardly a phrasing, each of which asks one thing, is parted. */
const CLEAR = 0.45;
/** A few words such as "password rules" ask as well, if they could hardly mean anything else. */
const CLEAR_IN_A_FEW_WORDS = 0.8;
const FEW_WORDS = 4;

/** Where a message may be parted: between sentences, and at words that join two questions. */
const SEAM =
  /[?!.;]+\s+(?:and |also |plus |oh |then )*|\n+|,?\s+(?:and also|and then|and|also|plus|&|\+|as well as|oh and|then)\s+(?:also )?|,\s+/gi;
/** A part asks, or tells what is wrong. What it tells besides is no question. */
const ASKS =
  /^(?:so |ok |hi,? |hello,? |please )*(?:how|what|whats|what's|wat|when|whens|when's|where|wheres|who|whos|who's|which|why|can|could|do|does|did|is|are|am|should|will|would|may|must|have|has|need|i need|i want|we need|we want|tell me|show|remind|check)\b/i;
const TELLS =
  /\b(?:i|i'm|i've|im|ive|my|we|our|me|mine|she|he|her|his|they|their)\b.*\b(?:expired|locked|forgot\w*|lost|refused|run out|ran out|removed|deleted|inactive)\b|^(?:forgot\w*|locked out)\b/i;
/** Speaks of what the part before it said, so it is not clear on its own. */
const LEANS = /\b(?:it|its|it's|this|that|they|them|those|these|one|he|she|his|her)\b/i;
/** "What can I do?" belongs to what was told before it. */
const NEVER_A_PART = 'help/menu';

export interface Part {
  text: string;
  understanding: Understanding;
}

interface Found extends Part {
  entry: Entry;
  inAFewWords: boolean;
}

type Understand = (text: string) => Understanding;

/** @returns the parts in their order, or undefined when the message is one question. */
export function splitQuestions(message: string, understand: Understand): Part[] | undefined {
  if (message.length > LONGEST) return undefined;
  const parts = partsOf(message.trim(), understand, MOST_PARTS);
  if (!parts || parts.length < 2) return undefined;
  return parts.map(({ text, understanding }) => ({ text, understanding }));
}

function partsOf(message: string, understand: Understand, most: number): Found[] | undefined {
  for (const seam of most > 1 ? message.matchAll(SEAM) : []) {
    const rest = message.slice(seam.index + seam[0].length).trim();
    if (LEANS.test(rest)) continue;
    const first = clear(message.slice(0, seam.index), understand);
    const others = first && partsOf(rest, understand, most - 1);
    if (others && apart([first, ...others])) return [first, ...others];
  }
  const whole = clear(message, understand);
  return whole && [whole];
}

/** The part when it asks something and one entry clearly answers it, or a known gap does. */
function clear(piece: string, understand: Understand): Found | undefined {
  const text = piece.trim();
  const inAFewWords = !ASKS.test(text) && !TELLS.test(text);
  if (text.length < SHORTEST_PART || (inAFewWords && text.split(/\s+/).length > FEW_WORDS)) return undefined;
  const understanding = understand(text);
  const entry =
    understanding.outcome === 'answered'
      ? understanding.entry
      : understanding.outcome === 'not-covered'
        ? understanding.gap
        : undefined;
  if (!entry || entry.kind === 'small-talk' || entry.id === NEVER_A_PART) return undefined;
  if (inAFewWords && entry.kind === 'gap') return undefined;
  const likelihood = understanding.candidates.find((each) => each.entry === entry.id)?.likelihood ?? 0;
  if (likelihood < (inAFewWords ? CLEAR_IN_A_FEW_WORDS : CLEAR)) return undefined;
  return { text, understanding, entry, inAFewWords };
}

/** Two parts that one entry answers, or entries that belong together, are one question. */
function apart(parts: readonly Found[]): boolean {
  return parts.every(({ entry, inAFewWords }, at) =>
    parts.slice(at + 1).every((other) => {
      const twins = entry.kind === 'clause' ? entry.twins.map(({ clause }) => `aup/${clause}`) : [];
      if (entry.id === other.entry.id || twins.includes(other.entry.id)) return false;
      return entry.feature !== other.entry.feature || !(inAFewWords || other.inAFewWords);
    }),
  );
}
