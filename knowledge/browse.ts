/** Understands when a person wants to read the policy at a place, rather than ask a question. */
import type { Section } from './knowledge.ts';

/** Nothing set: the contents. */
export interface BrowsePlace {
  /** A clause number as it was asked for. It may not exist. */
  number?: string;
  section?: string;
}

/** Longer messages are questions. */
const LONGEST = 200;
/** `does clause 3.1.5 mean …` opens the clause; in a longer message the number is beside the point. */
const LONGEST_WITH_CLAUSE = 60;

const ASK =
  "(?:(?:can|could|may|please|pls|hi|ok|so|and|i|you|me|we|let|want|need|would|like|to|what|whats|what's|which|is|are|does|do|in|show|read|see|view|open|find|get|give|display|look|at|up|go|jump|tell|about|quote|us|out)\\s+)*";
const POLICY = "(?:(?:the|nhsmail|nhs|acceptable use|aup|policy|policy's)\\s+)*";
const END =
  '(?:\\s+(?:say|says|state|states|mean|means|about|please|pls|again|thanks|of|in|from|the|nhsmail|nhs|acceptable use|aup|policy))*';
/** One digit, then one or two: `31.12.2026` and `12.30` are no clause numbers. */
const NUMBER = '([1-9](?:\\.[1-9]\\d?){0,2})';
const SECTION_WORD = '(?:section|sections|sec|sect|part|parts|chapter|chapters|§)\\.?';
const CLAUSE_WORD = '(?:clauses?|paragraphs?|paras?|rules?|points?|items?|cl)\\.?';
const COUNT = '\\s*(?:number|no\\.?|num)?\\s*';
const SECTION = new RegExp(`^${ASK}${POLICY}${SECTION_WORD}${COUNT}${NUMBER}${END}$`);
const CLAUSE = new RegExp(`^${ASK}${POLICY}${CLAUSE_WORD}${COUNT}${NUMBER}${END}$`);
/** A number alone has a point in it: "3" is the answer to something else. */
const BARE_NUMBER = new RegExp(`^${ASK}${POLICY}([1-9](?:\\.[1-9]\\d?){1,2})${END}$`);
const WITHIN = /\b(?:clause|paragraph|para)\s*([1-9](?:\.[1-9]\d?){1,2})(?![.\d]*\d)/;
/** Any number that stands with the word may be wrong, and then the person is told so. */
const WRONG_NUMBER = new RegExp(`^${ASK}${POLICY}(?:clause|paragraph|para)\\s*(\\d+(?:\\.\\d+)*)${END}$`);
/** A number alone with a larger end is a day, a time or money: `3.1.26`, `2.45`, `3.50`. No part has as many clauses. */
const HIGHEST = 19;

const WHOLE = '(?:(?:the|whole|full|entire|complete|actual|nhsmail|nhs|nhs mail|latest|current)\\s+)*';
const CONTENTS = new RegExp(
  `^(?:(?:can|could|may|please|i|you|me|we|want|need|would|like|to|let|id|i'd|show|read|see|view|open|browse|list|display|give|look|at|through|get)\\s+)+${WHOLE}(?:policy|aup|acceptable use policy|sections|clauses|contents)(?: (?:contents|sections|clauses|document))?(?: please| pls)?$`,
);
const BARE_CONTENTS =
  /^(?:the )?(?:nhsmail )?(?:aup|acceptable use policy|policy|contents|(?:policy|aup) (?:contents|sections|clauses)|sections)$/;
const ABOUT =
  /^(?:what|show me what|tell me what|so what)(?: does|s|'s)? (?:the )?(?:nhsmail )?(?:aup|policy|acceptable use policy) (?:says?|have|has)(?: to say)? (?:about|on|for) (?:the |my |your |our |using |use of )*(.+)$/;
const WORDS_FOR_NUMBERS = ['one', 'two', 'three', 'four'];

/** @returns undefined when the message is a question. */
export function browsePlace(message: string, sections: readonly Section[]): BrowsePlace | undefined {
  const text = plain(message);
  if (text.length > LONGEST) return undefined;
  if (CONTENTS.test(text) || BARE_CONTENTS.test(text)) return {};
  const section = SECTION.exec(text)?.[1];
  if (section) return placeOf(section, true, sections);
  const clause = CLAUSE.exec(text)?.[1];
  // "point 2" is an answer to something else; "clause 2" is not.
  if (clause && (clause.includes('.') || /clause|para/.test(text))) return placeOf(clause, false, sections);
  const bare = BARE_NUMBER.exec(text)?.[1];
  if (bare && Number(bare.split('.').at(-1)) <= HIGHEST) return placeOf(bare, false, sections);
  const within = text.length <= LONGEST_WITH_CLAUSE ? WITHIN.exec(text)?.[1] : undefined;
  const number = within ?? WRONG_NUMBER.exec(text)?.[1];
  if (number) return placeOf(number, false, sections);
  const topic = sectionAbout(ABOUT.exec(text)?.[1] ?? '', sections);
  return topic === undefined ? undefined : { section: topic };
}

function plain(message: string): string {
  const text = message.toLowerCase().normalize('NFKC').replace(/[‘’]/g, "'");
  return text
    .replace(/[?!.,:;"“”]+(?=\s|$)/g, '')
    .replace(/\b(section|part) (one|two|three|four)\b/g, (_, word, digit) => {
      return `${word} ${WORDS_FOR_NUMBERS.indexOf(digit) + 1}`;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** People say "section 2.3" of a clause and "clause 3.4" of a section: what there is decides. */
function placeOf(number: string, asSection: boolean, sections: readonly Section[]): BrowsePlace {
  const isSection = sections.some((each) => each.number === number || each.number.startsWith(`${number}.`));
  const isClause =
    number.includes('.') && exists(number, sections) && !sections.some((each) => each.number === number);
  if (isClause) return { number };
  return isSection || asSection ? { section: number } : { number };
}

function exists(number: string, sections: readonly Section[]): boolean {
  return sections.some(
    (section) => section.number === number || section.clauses.some((clause) => clause.number === number),
  );
}

/** The one section whose heading is about this and little else: "calendars", "the directory". */
function sectionAbout(topic: string, sections: readonly Section[]): string | undefined {
  const wanted = stems(topic);
  if (wanted.length === 0) return undefined;
  const fits = sections.filter(({ title }) => {
    const heading = stems(title);
    return wanted.every((word) => heading.includes(word));
  });
  return fits.length === 1 ? fits[0]?.number : undefined;
}

/** In the headings, but not what a section is about. */
const COMMON =
  /^(?:general|information|responsibilit\w*|using|use|service\w*|nhs|nhsmail|when|your|the|and|to|about|of|o365|shared|tenant|introduction|considerations?|exchang\w*)$/;

function stems(words: string): string[] {
  const all = words.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return all.filter((word) => !COMMON.test(word)).map((word) => word.replace(/(?:ies|y|s)$/, ''));
}
