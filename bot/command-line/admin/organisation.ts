/** `npm run admin -- organisation`: the organisations that reports may be about. */
import { allOrganisations, setOrganisation } from '../../../access/organisations.ts';
import { rehearse } from '../../../access/rehearse.ts';
import type { Database } from '../../../delivery/database.ts';
import { readOdsCode } from '../../../dspt/ods-code.ts';
import { Mistake, operator, type Told } from '../told.ts';

const LONGEST_NAME = 200;

export interface OrganisationOptions {
  /** Run by the National Administration Service (NAS). Left out, it stays as it is. */
  nas?: boolean | undefined;
  dryRun: boolean;
  now: Date;
}

/** @throws Mistake for a code that is none, or no name. */
export async function addOrganisation(
  database: Database,
  typedCode: string,
  typedName: string,
  { nas, dryRun, now }: OrganisationOptions,
): Promise<Told> {
  const odsCode = readOdsCode(typedCode);
  const name = typedName.trim().replace(/\s+/g, ' ');
  if (!odsCode) throw new Mistake(`"${typedCode}" is not an ODS code: 1 to 9 letters and digits.`);
  if (!name || name.length > LONGEST_NAME)
    throw new Mistake(`Give a name of up to ${LONGEST_NAME} characters.`);
  const run = <T>(work: (transaction: Database) => Promise<T>) =>
    dryRun ? rehearse(database, work) : database.transaction(work);
  const result = await run((transaction) =>
    setOrganisation(transaction, { actor: operator(), odsCode, name, isNas: nas, now }),
  );
  const { outcome, before, after } = result;
  const says = `${odsCode}, ${describe(after)}`;
  const words = {
    added: `${dryRun ? 'Would add' : 'Added'} ${says}.`,
    changed: `${dryRun ? 'Would change' : 'Changed'} ${before ? describe(before) : ''} to ${says}.`,
    unchanged: `${says}, is known already. Nothing was changed.`,
  }[outcome];
  const dry = dryRun && outcome !== 'unchanged' ? '\nThis was a dry run: nothing was changed.' : '';
  return { well: true, words: `${words}${dry}`, json: { ...result, dryRun } };
}

export async function listOrganisations(database: Database, now: Date): Promise<Told> {
  const rows = await allOrganisations(database, now);
  const lines = rows.map(
    (row) =>
      `${row.odsCode}  ${describe(row)}, ${row.administrators} administrator${row.administrators === 1 ? '' : 's'}`,
  );
  return { well: true, words: lines.join('\n') || 'There are no organisations yet.', json: rows };
}

function describe({ name, isNas }: { name: string; isNas: boolean }): string {
  return isNas ? `${name} (run by NAS)` : name;
}
