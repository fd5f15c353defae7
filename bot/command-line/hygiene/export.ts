/** `npm run hygiene -- export`: every account, or those of one organisation or list, as a table for a spreadsheet. */
import { type Actor, recordAudit } from '../../../access/audit.ts';
import type { Database } from '../../../delivery/database.ts';
import { stageTitles } from '../../../dialogs/hygiene/messages.ts';
import { exportAccounts } from '../../../hygiene/account-export.ts';
import type { List } from '../../../hygiene/account-filter.ts';
import { type Day, dayIn } from '../../../hygiene/day.ts';
import type { LifecycleProfile } from '../../../hygiene/lifecycle-profile.ts';
import { writeOwnFile } from '../own-file.ts';
import { codes, operator } from '../told.ts';
import { listNamed } from './report.ts';
import { noMore, subcommand } from './subcommand.ts';

export interface ExportRequest {
  /** Whoever runs the command. */
  actor: Actor;
  profile: LifecycleProfile;
  timeZone: string;
  now: Date;
  odsCode?: string | undefined;
  /** Every account when it is left out. */
  list?: List | undefined;
  search?: string | undefined;
  /** Today when it is left out. */
  day?: Day | undefined;
}

/**
 * The table in parts of whole lines: however many accounts there are, a part is all that is held. That somebody took it
 * out is itself written to the audit, with how many accounts it told of, once all of it was read.
 */
export async function* exportForOperator(database: Database, request: ExportRequest): AsyncGenerator<string> {
  const { actor, profile, timeZone, now, odsCode, list: stage = 'any', search = '' } = request;
  const { day = dayIn(timeZone, now) } = request;
  const filter = { odsCode, stage, search };
  const question = { reader: 'operator', profile, day, timeZone, now, filter, stageTitles } as const;
  let accounts = 0;
  for await (const part of exportAccounts(database, question)) {
    accounts += part.accounts;
    yield part.text;
  }
  await recordAudit(database, {
    actor,
    what: 'accounts.exported',
    ...(odsCode !== undefined && { odsCode }),
    after: { accounts, stage, search },
    at: now,
  });
}

export const exportCommand = subcommand({
  name: 'export',
  help: `npm run hygiene -- export --csv accounts.csv                every account with its stage and why; without --csv it is written out
npm run hygiene -- export --organisation A1B2 --list overdue --csv overdue.csv
npm run hygiene -- export --search raman --csv found.csv

The file is for its owner only. Nothing in it runs as a formula. That it was taken out is in the audit.`,
  options: {
    csv: { type: 'string' },
    organisation: { type: 'string' },
    list: { type: 'string' },
    search: { type: 'string' },
  },
  read({ values: { csv, organisation, list, search }, positionals }) {
    noMore(positionals);
    const [odsCode] = organisation === undefined ? [] : codes([organisation]);
    const filter = { odsCode, list: list === undefined ? undefined : listNamed(list), search };
    return async (surroundings) => {
      const parts = exportForOperator(surroundings.database, {
        ...surroundings,
        ...filter,
        actor: operator(),
      });
      if (csv === undefined) {
        for await (const part of parts) process.stdout.write(part);
        return { well: true, words: '' };
      }
      await writeOwnFile(csv, parts);
      return { well: true, words: `Wrote ${csv}. It names people: keep it safe.`, json: { file: csv } };
    };
  },
});
