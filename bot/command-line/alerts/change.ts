/** `npm run alerts -- cancel` and `-- retry`: both change a send, so both can be rehearsed. */
import { rehearse } from '../../../access/rehearse.ts';
import { counted } from '../../../cards/counted.ts';
import type { Database } from '../../../delivery/database.ts';
import { cancelByOperator, retryByOperator } from '../../../hygiene/operated-send.ts';
import { operator, type Told } from '../told.ts';

export interface ChangeOptions {
  dryRun: boolean;
  now: Date;
}

const REHEARSED = '\nThis was a dry run: nothing was changed.';
const NO_SUCH_SEND = 'There is no such send. Nothing was changed.';

export async function cancel(
  database: Database,
  sendId: string,
  { dryRun, now }: ChangeOptions,
): Promise<Told> {
  const result = await run(database, dryRun, (transaction) =>
    cancelByOperator(transaction, { sendId, actor: operator(), now }),
  );
  const json = { sendId, ...result, dryRun };
  if (result.outcome !== 'cancelled') {
    const words =
      result.outcome === 'no-such-send' ? NO_SUCH_SEND : 'This send is not under way. Nothing was changed.';
    return { well: false, words, json };
  }
  const { cancelled, underWay } = result;
  const words = dryRun
    ? `Would cancel ${counted(cancelled, 'message')}; ${underWay} are with Teams at this moment and may arrive.${REHEARSED}`
    : `Cancelled ${counted(cancelled, 'message')}; ${underWay} were with Teams at that moment and may arrive.`;
  return { well: true, words, json };
}

/** @param all also what Teams refused for good. */
export async function retry(
  database: Database,
  sendId: string,
  { dryRun, now, all }: ChangeOptions & { all: boolean },
): Promise<Told> {
  const result = await run(database, dryRun, (transaction) =>
    retryByOperator(transaction, { sendId, actor: operator(), now }, all),
  );
  const json = { sendId, ...result, dryRun };
  switch (result.outcome) {
    case 'no-such-send':
      return { well: false, words: NO_SUCH_SEND, json };
    case 'not-started':
      return { well: false, words: 'This send was never started. Nothing was changed.', json };
    case 'too-old':
      return {
        well: false,
        words: `This send is more than a day old, and its warnings say how many days are left.
Nothing was changed. An administrator can start a new dry run from the hygiene report.`,
        json,
      };
    case 'newer-report':
      return {
        well: false,
        words: `A newer report of that organisation has come, so the warnings may no longer be true.
Nothing was changed. An administrator can start a new dry run from the hygiene report.`,
        json,
      };
    case 'retried': {
      const { again, permanent } = result;
      const left =
        permanent > 0
          ? `\n${permanent} that Teams refused for good ${dryRun ? 'would be' : 'were'} left alone. --all tries those too.`
          : '';
      if (again === 0) return { well: true, words: `There is nothing to try again.${left}`, json };
      const words = `${dryRun ? 'Would try' : 'Trying'} ${counted(again, 'message')} again.${left}`;
      return { well: true, words: dryRun ? words + REHEARSED : words, json };
    }
  }
}

function run<T>(
  database: Database,
  dryRun: boolean,
  work: (transaction: Database) => Promise<T>,
): Promise<T> {
  return dryRun ? rehearse(database, work) : database.transaction(work);
}
