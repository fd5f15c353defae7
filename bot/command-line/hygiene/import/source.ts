/** Where a report comes from: a file, or what Microsoft Graph says of its users. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { counted } from '../../../../cards/counted.ts';
import type { AccountKind } from '../../../../hygiene/account.ts';
import { type Day, dayIn } from '../../../../hygiene/day.ts';
import { isDay } from '../../../../hygiene/report-file/read-values.ts';
import { loadConfig } from '../../../config.ts';
import { createGraphClient } from '../../../graph/graph-client.ts';
import { graphCredentialFor } from '../../../graph/graph-credential.ts';
import { organisationRule } from '../../../graph/organisation-of.ts';
import { readDirectory } from '../../../graph/read-directory.ts';
import { forget } from '../../../graph/reading.ts';
import { emptySummary, type GraphSummary, reportOfUsers } from '../../../graph/report-of-users.ts';
import { Mistake } from '../../told.ts';
import type { Surroundings } from '../subcommand.ts';

export interface Source {
  name: string;
  /** In a word, for the report's own record. */
  kind: 'file' | 'graph';
  content: AsyncIterable<Uint8Array>;
  /** How many bytes there are, where that is known. */
  size?: number;
  /** The day that is taken where neither the person nor a column says one, and why. */
  likelyDay: Day;
  likelyBecause: string;
  accountKind?: AccountKind;
  /** What else there is to say of it, once it was read. */
  remarks(): string[];
  /** After the report is in use. */
  used(): Promise<void>;
}

/** @throws Mistake when there is no such file, AssistantError when Graph cannot be read. */
export function sourceOf(from: { file: string } | 'graph', surroundings: Surroundings): Promise<Source> {
  return from === 'graph' ? graphSource(surroundings) : Promise.resolve(fileSource(from.file, surroundings));
}

function fileSource(path: string, { timeZone }: Surroundings): Source {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new Mistake(`There is no file ${path}. Nothing was changed.`);
  const name = basename(path);
  const named = /\d{4}-\d\d-\d\d/.exec(name)?.[0];
  const isNamed = named !== undefined && isDay(named);
  return {
    name,
    kind: 'file',
    content: createReadStream(path, { highWaterMark: 256 * 1024 }),
    size: found.size,
    likelyDay: isNamed ? named : dayIn(timeZone, found.mtime),
    likelyBecause: isNamed ? 'its name says so' : 'the file was last changed then',
    remarks: () => [],
    used: async () => {},
  };
}

/** Reads all of Graph's users first: a reading that is broken off goes on where it was. */
async function graphSource({ database, timeZone, terminal }: Surroundings): Promise<Source> {
  const config = loadConfig();
  const { url, organisationFrom, organisations } = config.graph;
  const rule = organisationRule(organisationFrom, organisations);
  const client = createGraphClient({
    url,
    credential: graphCredentialFor(config),
    wait: async (ms) => void (await sleep(ms)),
  });
  const reading = await readDirectory({
    database,
    client,
    url,
    organisation: rule,
    timeZone,
    clock: () => new Date(),
    onPage: ({ users }) => terminal.progress(`Microsoft Graph: ${counted(users, 'user')} read`),
  });
  const summary = emptySummary();
  return {
    name: 'Microsoft Graph',
    kind: 'graph',
    content: reportOfUsers(database, reading, rule, summary),
    likelyDay: dayIn(timeZone, reading.startedAt),
    likelyBecause: 'Graph was read then',
    accountKind: 'user',
    remarks: () => graphRemarks(summary),
    used: () => forget(database, reading),
  };
}

const LISTED = 10;

function graphRemarks(summary: GraphSummary): string[] {
  const { guests, unusable, attemptsOnly, withoutOrganisation, unknownOrganisations } = summary;
  const unknown = [...unknownOrganisations].sort(([, one], [, other]) => other - one);
  const listed = unknown.slice(0, LISTED).map(([value, count]) => `“${value}” (${count})`);
  const more = unknown.length > LISTED ? `, and ${counted(unknown.length - LISTED, 'other')}` : '';
  return [
    ...(guests > 0 ? [`${counted(guests, 'guest')} left out.`] : []),
    ...(unusable > 0 ? [`${counted(unusable, 'user')} without an address left out.`] : []),
    ...(withoutOrganisation > 0
      ? [`${counted(withoutOrganisation, 'user')} with nothing that names an organisation left out.`]
      : []),
    ...(unknown.length > 0
      ? [
          `No ODS code is known for: ${listed.join(', ')}${more}. Add them to the file that GRAPH_ORGANISATIONS names.`,
        ]
      : []),
    ...(attemptsOnly > 0
      ? [
          `Of ${counted(attemptsOnly, 'account')} Graph knows no successful sign-in: the day is that of an attempt, which may have failed.`,
        ]
      : []),
  ];
}
