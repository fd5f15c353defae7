/** `npm run admin -- grant`: gives a person access to organisations. */
import { type GrantOutcome, grantAccess } from '../../../access/grants.ts';
import { rehearse } from '../../../access/rehearse.ts';
import type { Database } from '../../../delivery/database.ts';
import { endOf, operator, type Told, untilInWords } from '../told.ts';
import { personMeant } from './person.ts';

export interface GrantOptions {
  /** The last day, `YYYY-MM-DD`. */
  until?: string | undefined;
  dryRun: boolean;
  timeZone: string;
  now: Date;
}

/** @throws Mistake for what was mistyped. */
export async function grant(
  database: Database,
  who: string,
  odsCodes: readonly string[],
  { until, dryRun, timeZone, now }: GrantOptions,
): Promise<Told> {
  const to = await personMeant(database, who);
  const end = until === undefined ? undefined : endOf(until, timeZone);
  const run = <T>(work: (transaction: Database) => Promise<T>) =>
    dryRun ? rehearse(database, work) : database.transaction(work);
  const result = await run((transaction) =>
    grantAccess(transaction, { by: operator(), to, odsCodes, until: end, now }),
  );
  const well = result.outcome === 'granted';
  return { well, words: inWords(result, to.name, timeZone, dryRun), json: { ...result, dryRun } };
}

function inWords(result: GrantOutcome, name: string, timeZone: string, dryRun: boolean): string {
  switch (result.outcome) {
    case 'granted': {
      const codes = result.given.join(', ');
      const done = `${name} ${dryRun ? 'would administer' : 'administers'} ${codes} ${untilInWords(result.until, timeZone)}.`;
      return dryRun ? `${done}\nThis was a dry run: nothing was changed.` : done;
    }
    case 'no-such-organisation':
      return refused(
        `There is no organisation ${result.odsCodes.join(', ')}. Add it first: npm run admin -- organisation add ${result.odsCodes[0]} "Its name"`,
      );
    case 'configured':
      return refused(
        `For ${result.odsCodes.join(', ')} the file that ADMINISTRATORS_FILE names decides about ${name}. Change it there.`,
      );
    case 'guest':
      return refused(`${name} is a guest in Teams, and a guest never gets access.`);
    case 'in-the-past':
      return refused('That day is over already.');
    case 'nothing-chosen':
      return refused('Name at least one organisation by its ODS code.');
    case 'yourself':
    case 'not-known':
    case 'not-yours':
    case 'longer-than-yours':
      return refused(`It cannot be given (${result.outcome}).`);
  }
}

export function refused(why: string): string {
  return `Nothing was changed. ${why}`;
}
