/** `npm run hygiene -- report`: how many accounts stand at each stage, and the first of a list of them. */
import { counted } from '../../../cards/counted.ts';
import { stageTitles } from '../../../dialogs/hygiene/messages.ts';
import { reportLine, STAGE_CHOICES, tooOldLine } from '../../../dialogs/hygiene/report-messages.ts';
import { LISTS, type List } from '../../../hygiene/account-filter.ts';
import { type HygieneReport, hygieneReport, type ReportedAccount } from '../../../hygiene/account-report.ts';
import { sayDay } from '../../../hygiene/day.ts';
import { STAGES } from '../../../hygiene/stage-of.ts';
import { sayRange } from '../../../hygiene/standing-words.ts';
import { codes, Mistake } from '../told.ts';
import { noMore, subcommand } from './subcommand.ts';

const ON_A_PAGE = 20;

export const reportCommand = subcommand({
  name: 'report',
  help: `npm run hygiene -- report [--organisation A1B2]             accounts by stage, and those that are due soonest
npm run hygiene -- report --list overdue [--page 2]       another list: ${LISTS.join(', ')}
npm run hygiene -- report --search "priya raman"          accounts with these words in their name or address`,
  options: {
    organisation: { type: 'string' },
    list: { type: 'string' },
    search: { type: 'string' },
    page: { type: 'string' },
  },
  read({ values: { organisation, list, search, page = '1' }, positionals }) {
    noMore(positionals);
    const [odsCode] = organisation === undefined ? [] : codes([organisation]);
    const stage = listNamed(list ?? (search === undefined ? 'next' : 'any'));
    if (!/^[1-9]\d{0,6}$/.test(page)) throw new Mistake(`"${page}" is no page. Write a number.`);
    return async ({ database, profile, day, now, terminal }) => {
      terminal.progress('Counting …');
      const report = await hygieneReport(database, {
        reader: 'operator',
        profile,
        day,
        now,
        filter: { odsCode, stage, search },
        page: Number(page),
        pageSize: ON_A_PAGE,
      });
      const words = [
        reportLine(report, odsCode === undefined),
        ...(report.reportDate ? [`Rule: ${profile.title}. Source: ${profile.source}`] : []),
        ...[tooOldLine(report, profile)].filter(Boolean),
        '',
        ...countLines(report),
        '',
        ...listLines(report, stage),
      ].join('\n');
      return { well: true, words, json: { profile: profile.id, day, list: stage, ...report } };
    };
  },
});

/** @throws Mistake that names the lists. */
export function listNamed(list: string): List {
  const known = LISTS.find((each) => each === list);
  if (!known) throw new Mistake(`There is no list "${list}". There are: ${LISTS.join(', ')}.`);
  return known;
}

function countLines({ counts, total, away, organisations }: HygieneReport): string[] {
  const shown = STAGES.filter((stage) => counts[stage] > 0);
  const rows = [
    ...shown.map((stage) => [stageTitles[stage], counts[stage]] as const),
    ['Together', total] as const,
    ...(away > 0 ? [['Planned absences', away] as const] : []),
  ];
  const width = Math.max(...rows.map(([title]) => title.length));
  const most = organisations.map(
    ({ odsCode, name, due, overdue, total: all }) =>
      `${odsCode}  ${name}: ${due.toLocaleString('en-GB')} due, ${overdue.toLocaleString('en-GB')} past their day, of ${counted(all, 'account')}`,
  );
  return [
    ...rows.map(([title, count]) => `${title.padEnd(width)}  ${count.toLocaleString('en-GB').padStart(9)}`),
    ...(most.length > 1 ? ['', 'Most to do:', ...most] : []),
  ];
}

function listLines({ accounts, matching, page, pages }: HygieneReport, list: List): string[] {
  const title = STAGE_CHOICES.find(({ value }) => value === list)?.title ?? list;
  const heading = `${title}: ${counted(matching, 'account')}${pages > 1 ? `, page ${page} of ${pages.toLocaleString('en-GB')}` : ''}`;
  return [heading, ...accounts.map((account) => `  ${accountLine(account)}`)];
}

function accountLine({
  name,
  address,
  odsCode,
  stage,
  what,
  date,
  range,
  absentUntil,
}: ReportedAccount): string {
  const when = range
    ? `between ${sayRange(range)}`
    : date
      ? `${stage === 'overdue' ? 'since' : 'on'} ${sayDay(date)}`
      : '';
  return [
    address,
    odsCode,
    name,
    [stageTitles[stage], when && what ? `${what} ${when}` : when].filter(Boolean).join(': '),
    ...(absentUntil ? [`planned absence until ${sayDay(absentUntil)}`] : []),
  ].join('  ');
}
