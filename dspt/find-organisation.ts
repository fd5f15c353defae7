/** Finds the organisation that a person names or gives the code of. */
import type { Database } from '../delivery/database.ts';
import { nameKey } from './name-key.ts';
import { isMeantAsCode, type OdsCode, readOdsCode } from './ods-code.ts';
import type { OdsDirectory } from './ods-directory.ts';
import type { Organisation } from './organisation.ts';
import { currentFile, organisationByCode, organisationsByName } from './published-organisations.ts';

/** Where to look. */
export interface Lookup {
  database: Database;
  /** Absent when the ODS API is not configured. */
  directory: OdsDirectory | undefined;
}

export type Finding =
  | { outcome: 'found'; organisation: Organisation }
  /** At most `MOST_OPTIONS`; `more` when there are others. */
  | { outcome: 'several'; organisations: Organisation[]; more: boolean }
  | { outcome: 'not-a-code' }
  | { outcome: 'code-not-found'; code: OdsCode }
  | { outcome: 'name-not-found' }
  /** The code may be right: there is nothing here to look it up in, or what there is does not answer. */
  | { outcome: 'unchecked'; organisation: Organisation; because: 'nothing-to-look-in' | 'directory-silent' }
  /** A name, and no status file to look it up in. */
  | { outcome: 'no-file' };

export const MOST_OPTIONS = 5;

export async function findOrganisation(lookup: Lookup, text: string): Promise<Finding> {
  const { database } = lookup;
  const code = readOdsCode(text);
  const published = code && (await organisationByCode(database, code));
  if (published) return { outcome: 'found', organisation: published };
  const file = await currentFile(database);
  const byName = file ? await findByName(database, text) : undefined;
  if (byName) return byName;
  if (code && isMeantAsCode(text)) return findInDirectory(lookup, code, file !== undefined);
  if (isMeantAsCode(text)) return { outcome: 'not-a-code' };
  return file ? { outcome: 'name-not-found' } : { outcome: 'no-file' };
}

async function findByName(database: Database, text: string): Promise<Finding | undefined> {
  const found = await organisationsByName(database, text, MOST_OPTIONS + 1);
  const [first, second] = found;
  if (!first) return undefined;
  const wanted = nameKey(text);
  const onlyExact = nameKey(first.name) === wanted && (!second || nameKey(second.name) !== wanted);
  if (onlyExact || !second) return { outcome: 'found', organisation: first };
  return {
    outcome: 'several',
    organisations: found.slice(0, MOST_OPTIONS),
    more: found.length > MOST_OPTIONS,
  };
}

async function findInDirectory({ directory }: Lookup, code: OdsCode, hasFile: boolean): Promise<Finding> {
  const organisation = { code, name: '', sector: '', commissioner: '' };
  const answer = await directory?.lookUp(code);
  switch (answer?.outcome) {
    case 'found':
      return { outcome: 'found', organisation: { ...organisation, name: answer.name } };
    case 'not-found':
      return { outcome: 'code-not-found', code };
    case 'unavailable':
      return { outcome: 'unchecked', organisation, because: 'directory-silent' };
    case undefined:
      return hasFile
        ? { outcome: 'code-not-found', code }
        : { outcome: 'unchecked', organisation, because: 'nothing-to-look-in' };
  }
}
