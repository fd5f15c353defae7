/** Reads all of Graph's users into the database, going on where an earlier run was broken off. */
import type { Database } from '../../delivery/database.ts';
import { AssistantError } from '../errors.ts';
import type { GraphClient } from './graph-client.ts';
import type { OrganisationRule } from './organisation-of.ts';
import { PROPERTIES, readUser } from './read-user.ts';
import { forget, keepPage, type Reading, resumeOrBegin } from './reading.ts';

/** With `signInActivity` Graph gives no more: learn.microsoft.com/graph/api/user-list. */
const PAGE_SIZE = 120;
/** A link that runs out again and again would have us read for ever. */
const MAX_RESTARTS = 2;

export interface DirectoryReading {
  database: Database;
  client: GraphClient;
  /** Where Graph is. */
  url: string;
  organisation: OrganisationRule;
  timeZone: string;
  clock: () => Date;
  /** Told after each page. */
  onPage?: (reading: Reading) => void;
}

/** @throws AssistantError that says what to do. What was read until then is kept. */
export async function readDirectory(directory: DirectoryReading): Promise<Reading> {
  const { database, client, organisation, timeZone, clock, onPage } = directory;
  const question = firstLink(directory.url, organisation);
  let reading = await resumeOrBegin(database, question, clock());
  for (let restarts = 0; !reading.isWhole; ) {
    const page = await client.page(reading.nextLink ?? question);
    if (page.outcome === 'expired') {
      if (restarts++ === MAX_RESTARTS) throw runsOut();
      await forget(database, reading);
      reading = await resumeOrBegin(database, question, clock());
      continue;
    }
    const users = page.values.map((value) => readUser(value, organisation.valueIn, timeZone));
    const { nextLink } = page;
    if (nextLink !== undefined && nextLink === reading.nextLink) throw runsOut();
    reading = await keepPage(database, reading, { users, ...(nextLink && { nextLink }) }, clock());
    onPage?.(reading);
  }
  return reading;
}

function firstLink(url: string, { property }: OrganisationRule): string {
  const link = new URL('/v1.0/users', url);
  link.searchParams.set('$select', [...new Set([...PROPERTIES, property])].join(','));
  link.searchParams.set('$top', String(PAGE_SIZE));
  return link.href;
}

function runsOut(): AssistantError {
  return new AssistantError(
    'GRAPH_UNAVAILABLE',
    'Graph did not let its list be read to the end. Run the command again at a quieter time.',
  );
}
