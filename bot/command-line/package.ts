/** `npm run package`: makes the zip that a Teams administrator uploads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { makeAppPackage } from '../../manifest/app-package.ts';
import { loadPackageSettings } from '../config.ts';
import { AssistantError } from '../errors.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run package                     makes build/nhsmail-assistant.zip from manifest/
npm run package -- --out my.zip     makes it there

It needs these settings (see .env.example):
  MICROSOFT_APP_ID, DEVELOPER_NAME, DEVELOPER_WEBSITE_URL, DEVELOPER_PRIVACY_URL, DEVELOPER_TERMS_URL
TEAMS_APP_ID is the app's id in Teams; without it the bot's id is used.
Example: node --env-file=.env bot/command-line/package.ts`;
const OUT = 'build/nhsmail-assistant.zip';
/** The same input makes the same bytes, so that an approver can compare. */
const MADE_ON = new Date(2020, 0, 1);

await runCommand(() => {
  const { values } = parseArgs({ options: { out: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP);
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const made = makeAppPackage({ ...loadPackageSettings(), VERSION: version });
  if (made.outcome === 'refused') {
    throw new AssistantError(
      'CONFIG_INVALID',
      `The package was not made:\n  ${made.problems.join('\n  ')}\nSee npm run package -- --help.`,
    );
  }
  const out = values.out ?? OUT;
  if (out === OUT) mkdirSync('build', { recursive: true });
  writeFileSync(out, zipSync(made.files, { mtime: MADE_ON }));
  console.log(`${out}: ${Object.keys(made.files).join(', ')}, version ${version}`);
});
