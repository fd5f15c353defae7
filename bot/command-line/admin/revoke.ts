/** `npm run admin -- revoke`: ends a person's access, and what they gave to others with it. */
import { listAdministrators } from '../../../access/list-administrators.ts';
import { rehearse } from '../../../access/rehearse.ts';
import { type RevokeOutcome, revokeAccess } from '../../../access/revoke.ts';
import type { Database } from '../../../delivery/database.ts';
import { operator, type Told } from '../told.ts';
import { refused } from './grant.ts';
import { personMeant } from './person.ts';

/**
 * @param named the organisations; none stands for all that the person administers.
 * @throws Mistake for what was mistyped.
 */
export async function revoke(
  database: Database,
  who: string,
  named: readonly string[],
  { dryRun, now }: { dryRun: boolean; now: Date },
): Promise<Told> {
  const from = await personMeant(database, who);
  const all = await listAdministrators(database, { person: from, now, all: true });
  const odsCodes = named.length > 0 ? named : all.map(({ odsCode }) => odsCode);
  const run = <T>(work: (transaction: Database) => Promise<T>) =>
    dryRun ? rehearse(database, work) : database.transaction(work);
  const result = await run((transaction) =>
    revokeAccess(transaction, { by: operator(), from, odsCodes, now }),
  );
  const well = result.outcome === 'revoked';
  return { well, words: inWords(result, from.name, dryRun), json: { ...result, dryRun } };
}

function inWords(result: RevokeOutcome, name: string, dryRun: boolean): string {
  switch (result.outcome) {
    case 'revoked': {
      const passedOn = result.passedOn.map(
        ({ person, address, odsCode }) =>
          `  ${address ?? `${person.tenantId}/${person.aadObjectId}`}, ${odsCode}`,
      );
      return [
        `${name} ${dryRun ? 'would no longer administer' : 'no longer administers'} ${result.odsCodes.join(', ')}.`,
        ...(passedOn.length > 0 ? ['What they gave to others ends too:', ...passedOn] : []),
        ...(dryRun ? ['This was a dry run: nothing was changed.'] : []),
      ].join('\n');
    }
    case 'none':
      return refused(`${name} does not administer it now.`);
    case 'configured':
      return refused(
        `${name} has ${result.odsCodes.join(', ')} from the file that ADMINISTRATORS_FILE names. Remove it there, and start the service again.`,
      );
    case 'yourself':
    case 'not-yours':
    case 'yours-comes-from-theirs':
    case 'outlasts-yours':
      return refused(`It cannot be ended (${result.outcome}).`);
  }
}
