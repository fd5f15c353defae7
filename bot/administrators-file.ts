/** The file that ADMINISTRATORS_FILE names: who administers which organisations. Every problem in it is told at once. */
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import {
  applyConfiguredAdministrators,
  type ConfiguredAdministrator,
} from '../access/configured-administrators.ts';
import { momentIn } from '../delivery/moment-in.ts';
import type { Config } from './config.ts';
import type { Database } from './database/open-database.ts';
import { AssistantError } from './errors.ts';

/** Microsoft Entra's ids. Written exactly, since a wrong one would give a stranger access. */
const id = (what: string) =>
  z.guid(`write ${what} as Microsoft Entra shows it: 8-4-4-4-12 characters`).toLowerCase();
const odsCode = z
  .string('write ODS codes as text, in quotes where they are digits only')
  .regex(/^[A-Z0-9]{1,9}$/, 'write an ODS code: 1 to 9 capitals and digits');
const administrator = z.strictObject({
  tenant: id('the tenant id'),
  person: id('the object id of the person'),
  organisations: z.array(odsCode).min(1, 'name at least one ODS code'),
  until: z.iso.date('write a day such as 2027-03-31').optional(),
});
const file = z.array(administrator, 'write a list: each administrator begins with "- tenant:"').nullable();

/**
 * Makes the database say what the file says; without a file, nobody is named. Done at each start.
 * @returns how many people in it are guests and so get nothing.
 * @throws AssistantError `CONFIG_INVALID` that says what to do.
 */
export async function applyAdministratorsFile(
  { administratorsFile: path, allowedTenants, timeZone }: Config,
  database: Database,
  now: Date,
): Promise<{ guests: number }> {
  const named = path ? readAdministratorsFile({ path, allowedTenants, timeZone }) : [];
  const result = await applyConfiguredAdministrators(database, named, now);
  if (result.outcome === 'applied') return { guests: result.guests.length };
  throw invalid(
    path ?? '',
    result.odsCodes.map(
      (code) =>
        `there is no organisation ${code}. Add it: npm run admin -- organisation add ${code} "Its name"`,
    ),
  );
}

export interface AdministratorsFile {
  path: string;
  /** The tenants that may use the assistant; empty for any. */
  allowedTenants: readonly string[];
  /** Where a day begins and ends. */
  timeZone: string;
}

/**
 * Reads it. A day is meant as a whole: access lasts until it is over.
 * @throws AssistantError `CONFIG_INVALID` that names every problem with its line.
 */
export function readAdministratorsFile({
  path,
  allowedTenants,
  timeZone,
}: AdministratorsFile): ConfiguredAdministrator[] {
  const lines = new LineCounter();
  const document = parseDocument(textOf(path), { lineCounter: lines });
  const problems = document.errors.map(
    ({ pos, code }) => `line ${lines.linePos(pos[0]).line}: this is not YAML (${code})`,
  );
  if (problems.length > 0) throw invalid(path, problems);
  const read = file.safeParse(document.toJS());
  const lineOf = (where: readonly PropertyKey[]) => {
    const node = where.length > 0 && document.getIn(where, true);
    const range = node && typeof node === 'object' && 'range' in node ? (node.range as number[]) : [0];
    return lines.linePos(range[0] ?? 0).line;
  };
  if (!read.success) {
    throw invalid(
      path,
      read.error.issues.map(({ path: where, message }) => {
        const known = where.filter((_, at) => document.hasIn(where.slice(0, at + 1)));
        return `line ${lineOf(known)}: ${where.slice(1).join('.')}${where.length > 1 ? ': ' : ''}${message}`;
      }),
    );
  }
  const named = read.data ?? [];
  const strangers = named.flatMap(({ tenant }, at) =>
    allowedTenants.length > 0 && !allowedTenants.includes(tenant)
      ? [`line ${lineOf([at, 'tenant'])}: tenant: this one is not on ALLOWED_TENANTS`]
      : [],
  );
  if (strangers.length > 0) throw invalid(path, strangers);
  return named.map(({ tenant, person, organisations, until }) => ({
    tenantId: tenant,
    aadObjectId: person,
    odsCodes: organisations,
    ...(until && { until: momentIn(timeZone, until, 24) }),
  }));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw invalid(path, [`it cannot be read (${code})`], cause);
  }
}

function invalid(path: string, problems: string[], cause?: unknown): AssistantError {
  const message = `ADMINISTRATORS_FILE (${path}) needs attention:\n  ${problems.join('\n  ')}`;
  return new AssistantError('CONFIG_INVALID', message, { cause });
}
