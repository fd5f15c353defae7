/**
 * What somebody types into the search box beside the compose box.
 * Invoke `composeExtension/query`: "Respond to search command" of the Teams documentation
 * (learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search).
 */
import { z } from 'zod';

export interface SearchAsked {
  /** Empty when the box was only opened. */
  words: string;
  skip: number;
  count: number;
}

const LONGEST = 200;
/** Teams asks for 25 at a time. */
const MOST = 25;
const place = z.number().int().min(0).catch(0);
/** The playground leaves names out unless somebody fills them in: there is one search and one parameter. */
const query = z.looseObject({
  commandId: z.literal('search').optional(),
  parameters: z.array(z.looseObject({ name: z.string().optional(), value: z.unknown() })).max(10),
  queryOptions: z.looseObject({ skip: place, count: place }).optional().catch(undefined),
});

/** @returns undefined when it is no search of ours. */
export function readSearch(given: unknown): SearchAsked | undefined {
  const read = query.safeParse(given);
  if (!read.success) return undefined;
  const { parameters, queryOptions } = read.data;
  const typed = parameters.find(({ name = 'words' }) => name === 'words')?.value;
  if (typed !== undefined && typeof typed !== 'string') return undefined;
  const words = (typed ?? '').replaceAll('\u0000', '').slice(0, LONGEST).toWellFormed().trim();
  return { words, skip: queryOptions?.skip ?? 0, count: Math.min(queryOptions?.count || MOST, MOST) };
}
