/** `npm run admin -- list`: who administers what, until when, and who gave it. */
import { listAdministrators } from '../../../access/list-administrators.ts';
import type { Database } from '../../../delivery/database.ts';
import { type Told, untilInWords } from '../told.ts';

export interface ListOptions {
  odsCodes: readonly string[];
  /** Also what has ended, and what gives nothing because its holder is a guest. */
  all: boolean;
  timeZone: string;
  now: Date;
}

export async function list(database: Database, { odsCodes, all, timeZone, now }: ListOptions): Promise<Told> {
  const rows = await listAdministrators(database, { ...(odsCodes.length > 0 && { odsCodes }), all, now });
  const lines = rows.map(({ organisation, odsCode, address, tenantId, aadObjectId, ...row }) => {
    const given = row.giver ?? (row.grantedBy === 'person' ? 'a person' : row.grantedBy);
    const ends = row.counts ? '' : ' (gives nothing now)';
    const who = address ?? `${tenantId}/${aadObjectId}`;
    return `${odsCode}  ${organisation}: ${who}, ${untilInWords(row.until, timeZone)}, given by ${given}${ends}`;
  });
  const words = lines.length > 0 ? lines.join('\n') : 'Nobody administers anything here.';
  return { well: true, words, json: rows.map(({ total: _total, ...row }) => row) };
}
