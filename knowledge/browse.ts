/** Understands when a person wants to read the policy at a place, rather than ask a question. */
import type { Section } from './knowledge.ts';

/** Nothing set: the contents. */
export interface BrowsePlace {
  /** A clause number as it was asked for. It may not exist. */
  number?: string;
  section?: string;
}

const CLAUSE =
  /^(?:(?:what(?:'?s| is| does)?|show|read|open|see|go to|give)\s+(?:me\s+)?)?(?:the\s+)?(?:aup\s+)?(?:(?:clause|paragraph|para|rule|point|item)\s*)?(\d+\.\d+(?:\.\d+)?)(?:\s+(?:say|says|about))?$/;
const SECTION =
  /^(?:(?:what(?:'?s| is| does)?|show|read|open|see|go to|give)\s+(?:me\s+)?)?(?:the\s+)?(?:aup\s+)?(?:section|part|chapter)\s*(\d+(?:\.\d+)?)(?:\s+(?:say|says|about))?$/;
const CLAUSE_WITHIN = /\b(?:clause|paragraph|para)\s*(\d+(?:\.\d+){1,2})\b/;
const CONTENTS =
  /^(?:(?:can|could|may) (?:i|you) )?(?:(?:show|read|see|open|browse|view|list)\s+(?:me\s+)?)(?:the\s+)?(?:whole\s+|full\s+|entire\s+)?(?:nhsmail\s+)?(?:policy|aup|acceptable use policy|sections|clauses|contents)(?: please)?$/;
const BARE = /^(?:the )?(?:aup|acceptable use policy|policy|contents|policy contents|sections)$/;

/** @returns undefined when the message is a question. */
export function browsePlace(message: string, sections: readonly Section[]): BrowsePlace | undefined {
  const text = message
    .toLowerCase()
    .normalize('NFKC')
    .trim()
    .replace(/[?!.]+$/, '')
    .replace(/\s+/g, ' ');
  if (text.length > 200) return undefined;
  const section = SECTION.exec(text)?.[1];
  if (section) return { section };
  const number = CLAUSE.exec(text)?.[1] ?? (text.length < 60 ? CLAUSE_WITHIN.exec(text)?.[1] : undefined);
  if (number)
    return sections.some((each) => each.number === number) && !isClause(number, sections)
      ? { section: number }
      : { number };
  return CONTENTS.test(text) || BARE.test(text) ? {} : undefined;
}

function isClause(number: string, sections: readonly Section[]): boolean {
  return sections.some((section) => section.clauses.some((clause) => clause.number === number));
}
