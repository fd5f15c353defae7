/** Reads the policy's text into its clauses, word for word. The text is the truth; nothing here is typed again. */

export interface PolicyClause {
  /** `3.1.12`; the introduction is `1`. */
  number: string;
  /** The heading it stands under, as the policy writes it. */
  section: string;
  text: string;
}

const CLAUSE_NUMBER = /^(\d+\.\d+(?:\.\d+)?)$/;
const SECTION_HEADING = /^(\d+)\.\s+(\S.*)$/;
const SUBSECTION_HEADING = /^(\d+\.\d+)\s+(\S.*)$/;
const INTRODUCTION = '1';

/**
 * @param text the policy as published: a table of contents, then numbered headings and clauses.
 * @returns the introduction and every numbered clause, in the policy's order.
 */
export function readPolicy(text: string): PolicyClause[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const body = lines.slice(startOfBody(lines));
  const clauses: { number: string; section: string; lines: string[] }[] = [];
  let section = '';
  let current: (typeof clauses)[number] | undefined;
  const open = (number: string) => {
    current = { number, section, lines: [] };
    clauses.push(current);
  };
  for (const line of body) {
    const number = CLAUSE_NUMBER.exec(line)?.[1];
    const heading = SECTION_HEADING.exec(line) ?? SUBSECTION_HEADING.exec(line);
    if (number) open(number);
    else if (heading) {
      section = line.replace(/:$/, '');
      current = undefined;
      if (heading[1] === INTRODUCTION) open(INTRODUCTION);
    } else if (line) current?.lines.push(line);
  }
  return clauses.map(({ lines: parts, ...clause }) => ({ ...clause, text: parts.join('\n\n') }));
}

/** The headings stand twice: first as a table of contents. */
function startOfBody(lines: string[]): number {
  const heading = lines.find((line) => SECTION_HEADING.test(line)) ?? '';
  return Math.max(lines.lastIndexOf(heading), 0);
}
