/** `npm run admin`: organisations, who administers them, and the audit of what was done. Works beside a running service. */
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';
import { exportAudit } from './admin/audit.ts';
import { grant } from './admin/grant.ts';
import { list } from './admin/list.ts';
import { addOrganisation, listOrganisations } from './admin/organisation.ts';
import { revoke } from './admin/revoke.ts';
import { EXIT, endWith, tellTold } from './ends-with.ts';
import { codes, type Told } from './told.ts';

const HELP = `npm run admin -- organisation add A1B2 "Rosewood Care"    adds it, or gives it another name
npm run admin -- organisation add A1B2 "Rosewood Care" --nas   and says that NAS runs its accounts (--no-nas: that it does not)
npm run admin -- organisation list                        every organisation
npm run admin -- grant amina.khan@nhs.net A1B2 C3D4       gives access to these organisations
npm run admin -- grant amina.khan@nhs.net A1B2 --until 2027-03-31   until the end of that day
npm run admin -- grant <tenant id>/<object id> A1B2       to a person whom the assistant has not met in Teams
npm run admin -- revoke amina.khan@nhs.net A1B2           ends it, and what she gave to others; without a code all of hers
npm run admin -- list [A1B2]                              who administers what. --all adds what has ended
npm run admin -- audit --from 2026-11-01 --to 2026-11-30 [--organisation A1B2] [--csv audit.csv]
    --dry-run   says what would happen and changes nothing      --json   the same as JSON

An address is compared with the one that Teams gave for a person, so that person has to have spoken with the assistant.
Ends with 0 when all is well, 1 when something was refused, 2 for a mistyped command.`;

const OPTIONS = {
  until: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  organisation: { type: 'string' },
  csv: { type: 'string' },
  nas: { type: 'boolean' },
  all: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    options: OPTIONS,
    allowPositionals: true,
    allowNegative: true,
  });
  const [command, first, ...rest] = positionals;
  if (values.help || command === undefined) {
    console.log(HELP);
    return values.help ? EXIT.well : EXIT.mistyped;
  }
  // What Teams needs to know of the service is of no matter here.
  const place = loadConfig({ ASSISTANT_MODE: 'playground', HOST: '127.0.0.1', MICROSOFT_APP_ID: '' });
  const { timeZone } = place;
  const common = { dryRun: values['dry-run'], timeZone, now: new Date() };
  const inDatabase = async (work: (database: OpenDatabase) => Promise<Told>) => {
    const database = await openDatabase(place);
    try {
      const told = await work(database);
      return tellTold(told, { asJson: values.json });
    } finally {
      await database.close();
    }
  };
  if (command === 'grant' && first && rest.length > 0) {
    const options = { ...common, until: values.until };
    return inDatabase((database) => grant(database, first, codes(rest), options));
  }
  if (command === 'revoke' && first)
    return inDatabase((database) => revoke(database, first, codes(rest), common));
  if (command === 'list') {
    const odsCodes = codes(first ? [first, ...rest] : []);
    return inDatabase((database) => list(database, { ...common, odsCodes, all: values.all }));
  }
  if (command === 'organisation' && first === 'list') {
    return inDatabase((database) => listOrganisations(database, common.now));
  }
  const [code, name, ...extra] = rest;
  if (command === 'organisation' && first === 'add' && code && name && extra.length === 0) {
    return inDatabase((database) => addOrganisation(database, code, name, { ...common, nas: values.nas }));
  }
  if (command === 'audit' && first === undefined)
    return inDatabase((database) => exportAudit(database, values, common));
  console.error(HELP);
  return EXIT.mistyped;
}

await endWith(run);
