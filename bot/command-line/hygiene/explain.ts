/** `npm run hygiene -- explain`: where one account stands, why, by which rule, and what can be done. */
import { decidedLines, factsOf, pastLine, whenLine } from '../../../dialogs/hygiene/account-messages.ts';
import { stageTitles } from '../../../dialogs/hygiene/messages.ts';
import { reportLine, tooOldLine } from '../../../dialogs/hygiene/report-messages.ts';
import { type AccountView, viewAccount } from '../../../hygiene/account-view.ts';
import { sayDay } from '../../../hygiene/day.ts';
import { goneAccount } from '../../../hygiene/gone-account.ts';
import { Mistake, type Told } from '../told.ts';
import { type Surroundings, subcommand } from './subcommand.ts';

export const explainCommand = subcommand({
  name: 'explain',
  help: `npm run hygiene -- explain amina.khan@nhs.net               where this account stands, and why`,
  options: {},
  read({ positionals: [address, ...more] }) {
    if (address === undefined || more.length > 0) throw new Mistake('Give one address.');
    return (surroundings) => explain(address, surroundings);
  },
});

async function explain(address: string, surroundings: Surroundings): Promise<Told> {
  const { database, profile, day, now } = surroundings;
  const view = await viewAccount(database, { reader: 'operator', address, profile, day, now });
  if (view) {
    const { account, standing, reportDate, ageInDays, tooOld, decided } = view;
    const json = { account, standing, reportDate, ageInDays, tooOld, ...(decided && { decided }) };
    return { well: true, words: explainWords(view, surroundings), json };
  }
  const gone = await goneAccount(database, address);
  if (!gone) {
    const words = `No report in use names ${address}.`;
    return { well: false, words, json: { outcome: 'not-in-a-report' } };
  }
  const words = `${gone.address} is gone: the report of ${gone.odsCode} of ${sayDay(gone.goneOn)} names every account, and not this one.`;
  return { well: true, words, json: { outcome: 'gone', ...gone } };
}

function explainWords(view: AccountView, { profile, day, timeZone }: Surroundings): string {
  const { account, organisation, standing, decided, decisions } = view;
  const nobody = { tenantId: '', aadObjectId: '', guest: false, organisations: [] };
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
  return [
    `${account.displayName}, ${account.address}`,
    `${organisation} (${account.odsCode})`,
    [stageTitles[standing.stage], whenLine(standing)].filter(Boolean).join('. '),
    '',
    standing.why,
    `Rule: ${standing.rule}`,
    `Source: ${standing.source}`,
    reportLine(view),
    ...[tooOldLine(view, profile)].filter(Boolean),
    ...section(
      'The report says',
      factsOf(view).map(({ title, value }) => `${title}: ${value}`),
    ),
    ...section('Decided', decidedLines(decided, day)),
    ...section(
      'Decided before',
      decisions.map((past) => pastLine(past, nobody, timeZone)).map(({ what, who }) => `${what} ${who}`),
    ),
    ...section('The person can', standing.doNow),
    ...section('An administrator can', standing.adminCan),
    ...section('Ask', [standing.ask]),
  ].join('\n');
}
