/** Invented reports in the portal's shape, of any size, and the next day's with one account in a hundred changed. */
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { addDays, type Day } from '../../hygiene/day.ts';

/** Accounts of an organisation, on average: two million in twenty thousand. */
const IN_AN_ORGANISATION = 100;
const CHANGED_EVERY = 100;
/** Of the next day's, one in so many is gone, and another one is new. */
const GONE_EVERY = 2000;
const ROWS_AT_ONCE = 2000;

export const HEADER =
  'Email Address,Display Name,ODS Code,Account Type,Account Status,Last Activity Date,Created Date,AUP Accepted';

export interface PortalFile {
  path: string;
  accounts: number;
  organisations: number;
  takenOn: Day;
}

const FIRST = ['Amina', 'Bethan', 'Carlos', 'Dewi', 'Elena', 'Fatima', 'George', 'Harriet', 'Imran', 'Joan'];
const LAST = [
  'Adeyemi',
  'Bevan',
  'Chan',
  'Donnelly',
  'Eze',
  'Ffrancon-Davies',
  'Griffiths',
  'Haddad',
  'Islam',
];

/** Makes a folder with both files, and takes it away after `work`. */
export async function withPortalFiles<T>(
  accounts: number,
  takenOn: Day,
  work: (first: PortalFile, next: PortalFile) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-report-'));
  try {
    const first = await writePortalFile(join(folder, 'first.csv'), accounts, addDays(takenOn, -1));
    const next = await writePortalFile(join(folder, 'next.csv'), accounts, takenOn, true);
    return await work(first, next);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writePortalFile(
  path: string,
  accounts: number,
  takenOn: Day,
  isNext = false,
): Promise<PortalFile> {
  const organisations = Math.max(1, Math.round(accounts / IN_AN_ORGANISATION));
  // Dates are made once: there are few of them.
  const days = Array.from({ length: 400 }, (_, ago) => addDays(takenOn, -ago).split('-').reverse().join('/'));
  const file = createWriteStream(path);
  let text = `${HEADER}\r\n`;
  for (let at = 0; at < accounts; at += 1) {
    const chance = mixed(at, 1);
    const isGone = isNext && chance % GONE_EVERY === 7;
    // The next day's days are counted from the day before, so that only what changed is told in another way.
    const ago = isNext && chance % CHANGED_EVERY === 3 ? 0 : usedAgo(at) + (isNext ? 1 : 0);
    text += rowOf(isGone ? at + accounts : at, organisations, days[ago] ?? '');
    if (at % ROWS_AT_ONCE !== 0) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
  return { path, accounts, organisations, takenOn };
}

/** A number that looks like chance and is the same each time, so that no two of its uses have to do with each other. */
function mixed(at: number, use: number): number {
  let bits = Math.imul(at + use * 0x9e3779b1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Nine in ten were used in the last week, as people who work do; the others are anywhere up to well past 180 days. */
function usedAgo(at: number): number {
  const spread = mixed(at, 2) % 1000;
  if (spread < 900) return spread % 7;
  return spread < 950 ? 7 + (spread % 53) : 60 + (spread % 160);
}

function rowOf(at: number, organisations: number, used: string): string {
  const first = FIRST[at % FIRST.length] ?? '';
  const last = LAST[(at * 31) % LAST.length] ?? '';
  const code = codeOf(mixed(at, 3) % organisations);
  const kind = at % 25 === 0 ? 'Shared Mailbox' : 'User';
  const status = at % 40 === 1 ? 'Disabled' : at % 60 === 2 ? 'Inactive' : 'Active';
  return `${first.toLowerCase()}.${last.toLowerCase()}${at}@nhs.example,${first} ${last},${code},${kind},${status},${used},14/03/2021,Yes\r\n`;
}

/** `V0000` and on, in base 36. */
export function codeOf(organisation: number): string {
  return `V${organisation.toString(36).toUpperCase().padStart(4, '0')}`;
}
