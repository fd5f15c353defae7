/** Reads the policy on: which page comes next when a person says "next" or "back". */
import type { Section } from '../../knowledge/knowledge.ts';

/** Clauses on one page of a section, so that the card fits a phone. */
export const PAGE = 6;

/** The page that a person has in front of them. */
export interface Reading {
  section: string;
  /** Counted from 1. */
  page: number;
}

const NEXT =
  /^(?:(?:the )?next(?: page| one| section)?|more|show more|go on|carry on|continue|read on|keep going)$/;
const BACK = /^(?:(?:the )?previous(?: page| one| section)?|prev|(?:go )?back|page back)$/;

/** @returns undefined when the message is about something else. */
export function turnsPage(message: string): 'next' | 'back' | undefined {
  const text = message
    .toLowerCase()
    .replace(/\bplease\b|[?!.,]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (NEXT.test(text)) return 'next';
  return BACK.test(text) ? 'back' : undefined;
}

export function pagesOf(section: Section): number {
  return Math.max(1, Math.ceil(section.clauses.length / PAGE));
}

/** @returns undefined before the first page and after the last one of the policy. */
export function pageAfter(
  sections: readonly Section[],
  { section: number, page }: Reading,
  turn: 'next' | 'back',
): Reading | undefined {
  const pages = sections.flatMap((section) =>
    Array.from({ length: pagesOf(section) }, (_, at) => ({ section: section.number, page: at + 1 })),
  );
  const at = pages.findIndex((each) => each.section === number && each.page === page);
  return at < 0 ? undefined : pages[at + (turn === 'next' ? 1 : -1)];
}
