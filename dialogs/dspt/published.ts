/** Says what is published about an organisation, and what was looked for in vain. */
import type { Card } from '../../cards/adaptive-card.ts';
import { dsptLookupCard } from '../../cards/dspt-lookup/dspt-lookup-card.ts';
import { hintFor } from '../../dspt/ods-code.ts';
import type { Organisation, Publication } from '../../dspt/organisation.ts';
import { currentFile } from '../../dspt/published-organisations.ts';
import { dayIn, daysBetween, sayDay } from '../../hygiene/day.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { fileAgeWords } from './day-words.ts';
import { explain, HINT_ONLY, HINTS, nameAndCode, SEARCH, STATUS_SOURCE } from './messages.ts';

/** What the head office adds: it was found, there is none, or nobody knows. */
export type AboutHeadOffice = { organisation: Organisation } | 'none' | 'unknown' | undefined;

export async function publishedCard(
  turn: Turn,
  deps: DialogDeps,
  organisation: Organisation,
  headOffice: AboutHeadOffice,
  remark = '',
): Promise<Card> {
  const { publication, code, sector } = organisation;
  const hint = hintFor(code);
  const lines = [
    remark,
    publication ? explain(publication.status.level) : remark ? '' : 'The status file does not name it.',
    headOfficeLine(headOffice),
    // The file says what it is; a guess from the code adds nothing.
    hint && !sector ? `${HINTS[hint]} ${HINT_ONLY}` : '',
  ];
  const facts = [
    { title: 'Status', value: publication?.status.words ?? '' },
    { title: 'Published', value: publication?.publishedOn ? sayDay(publication.publishedOn) : '' },
    { title: 'Sector', value: sector },
    { title: 'Head office', value: headOfficeFact(headOffice) },
  ];
  return dsptLookupCard({
    title: nameAndCode(organisation),
    lines: lines.filter(Boolean),
    facts: facts.filter(({ value }) => value),
    sourceLine: publication ? STATUS_SOURCE : '',
    fileAge: await fileAge(turn, deps),
    links: [{ title: 'See it in the toolkit', url: `${SEARCH}/${code}` }],
  });
}

/** @param words a title and lines; the public search is always offered. */
export async function lookupCard(
  turn: Turn,
  deps: DialogDeps,
  words: { title: string; lines: string[] },
): Promise<Card> {
  return dsptLookupCard({
    ...words,
    facts: [],
    sourceLine: '',
    fileAge: await fileAge(turn, deps),
    links: [{ title: 'Search published statuses', url: SEARCH }],
  });
}

/** Empty text when no file is loaded. */
export async function fileAge(turn: Turn, { database, timeZone }: DialogDeps): Promise<string> {
  const file = await currentFile(database);
  return file ? fileAgeWords(file.takenOn, daysBetween(file.takenOn, dayIn(timeZone, turn.now))) : '';
}

/** `25/26 Standards Met, published 29 June 2026`. */
export function publicationWords({ status, publishedOn }: Publication): string {
  return publishedOn ? `${status.words}, published ${sayDay(publishedOn)}` : status.words;
}

function headOfficeFact(headOffice: AboutHeadOffice): string {
  if (typeof headOffice !== 'object') return '';
  const { publication } = headOffice.organisation;
  const published = publication ? publicationWords(publication) : 'not in the status file';
  return `${nameAndCode(headOffice.organisation)}: ${published}`;
}

function headOfficeLine(headOffice: AboutHeadOffice): string {
  if (headOffice === 'none') return 'The register names no head office that could have published for it.';
  if (typeof headOffice !== 'object') return '';
  const level = headOffice.organisation.publication?.status.level ?? 'not-published';
  return level === 'not-published'
    ? 'Its head office has published nothing either.'
    : 'Its head office has published, and that may cover this site. Our sources do not confirm it. Ask your head office.';
}
