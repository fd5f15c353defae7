/** `npm run privacy`: a copy of everything about one person, for a request that came in another way than by chat. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { recordAudit } from '../../access/audit.ts';
import { copyOf } from '../../privacy/about-person.ts';
import { deleteWhatIsPast } from '../../privacy/retention.ts';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { AssistantError } from '../errors.ts';
import { runCommand } from './run-command.ts';
import { userOfThisMachine } from './user.ts';

const HELP = `npm run privacy -- export --tenant <id> --person <id> --out copy.json
    writes everything about one person, as it is stored. The ids are theirs in Microsoft Entra.
npm run privacy -- export --address priya.raman@nhs.net --out copy.json
    the same, for a person whom Teams linked to that address
npm run privacy -- expire
    deletes now what is past its retention period. The service does it once a day by itself`;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tenant: { type: 'string' },
      person: { type: 'string' },
      address: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [command] = positionals;
  if (values.help || !['export', 'expire'].includes(command ?? '')) {
    process.exitCode = values.help ? 0 : 1;
    return console.log(HELP);
  }
  const config = loadConfig({ ASSISTANT_MODE: 'playground', HOST: '127.0.0.1', MICROSOFT_APP_ID: '' });
  const database = await openDatabase(config);
  try {
    if (command === 'expire') {
      const deleted = await deleteWhatIsPast(database, config.retention, new Date());
      const lines = Object.entries(deleted).map(([table, rows]) => `${table}: ${rows} deleted`);
      return console.log(lines.join('\n') || 'Nothing is past its period.');
    }
    if (!values.out) throw new AssistantError('CONFIG_INVALID', 'Say with --out where to write the copy.');
    const person = await subjectOf(values, (sql, parameters) => database.query(sql, parameters));
    const copy = await copyOf(database, person);
    const at = new Date();
    writeFileSync(values.out, `${JSON.stringify(copy, null, 2)}\n`, { mode: 0o600 });
    const actor = { commandLine: userOfThisMachine() };
    await recordAudit(database, { actor, what: 'person.exported', subject: person.aadObjectId, at });
    console.log(`${values.out}: ${copy.reduce((sum, { rows }) => sum + rows.length, 0)} rows. Keep it safe.`);
  } finally {
    await database.close();
  }
});

type Ask = { tenant?: string; person?: string; address?: string };
interface Row {
  tenantId: string;
  aadObjectId: string;
  address: string | null;
}

/** @throws AssistantError when nobody, or more than one person, is meant. */
async function subjectOf(
  { tenant, person, address }: Ask,
  query: (sql: string, parameters: unknown[]) => Promise<Row[]>,
) {
  const rows = await query(
    `select tenant_id as "tenantId", aad_object_id as "aadObjectId", address from person
     where ($1::text is null or tenant_id = $1) and ($2::text is null or aad_object_id = $2)
       and ($3::text is null or lower(address) = lower($3)) limit 2`,
    [tenant ?? null, person ?? null, address ?? null],
  );
  const [row] = rows;
  if (!row) throw new AssistantError('CONFIG_INVALID', 'Nobody of that id or address is known.');
  if (rows.length > 1)
    throw new AssistantError('CONFIG_INVALID', 'Name one person: --tenant and --person, or --address.');
  return { ...row, address: row.address ?? undefined };
}
