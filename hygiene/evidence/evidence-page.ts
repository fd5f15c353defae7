/** The evidence as one page that stands by itself: no scripts, nothing loaded, made to be read and printed. */
import { type Day, dayIn, sayDay } from '../day.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import type { EvidenceCount, EvidenceEvent } from './evidence.ts';
import { byWhom, detailOf, KIND_WORDS, ruleLine, timeOf } from './evidence-words.ts';

export interface EvidencePage {
  /** Both included. */
  from: Day;
  to: Day;
  counts: readonly EvidenceCount[];
  events: AsyncIterable<EvidenceEvent>;
  /** The rules that are named. */
  profiles: ReadonlyMap<string, LifecycleProfile>;
  timeZone: string;
  now: Date;
}

const STYLE = `
  body { font: 16px/1.5 Arial, sans-serif; color: #212b32; background: #fff; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
  h1 { font-size: 1.75rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
  caption { text-align: left; font-weight: bold; padding: .5rem 0; }
  th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #4c6272; }
  th[scope=row], td:last-child { overflow-wrap: anywhere; min-width: 9rem; }
  td.number { min-width: 0; }
  td.number, th.number { text-align: right; }
  .wide { overflow-x: auto; }
  .wide:focus { outline: 3px solid #212b32; outline-offset: 2px; }
  @media print { body { margin: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; } .wide { overflow: visible; } }`;

/** In parts, in the order of the page. Everything that came from people or files is escaped. */
export async function* evidencePage(page: EvidencePage): AsyncGenerator<string> {
  const title = `Inactive accounts: what was done from ${sayDay(page.from)} to ${sayDay(page.to)}`;
  yield `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${html(title)}</h1>
<p>Made on ${html(sayDay(dayIn(page.timeZone, page.now)))} from the flags, the ledger of warnings and the audit of this service. Days and times are those of ${html(page.timeZone)}.</p>
<p>An account is flagged on the day on which it is found due, inactive or past its day under a rule. The flag is cleared when it no longer is. This page shows names of accounts: keep it as carefully as the accounts.</p>
${rules(page.profiles)}
${summary(page.counts)}
`;
  yield* byOrganisation(page);
  yield '</main>\n</body>\n</html>\n';
}

function rules(profiles: ReadonlyMap<string, LifecycleProfile>): string {
  const items = [...profiles].map(([id, profile]) => `<li>${html(id)}: ${html(ruleLine(profile))}</li>`);
  return `<h2>Rules</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

const COUNTED: readonly [title: string, count: (row: EvidenceCount) => number][] = [
  ['Flagged', ({ flagged }) => flagged],
  ['Warned', ({ warned }) => warned],
  ['Not reached by a warning', ({ notReached }) => notReached],
  ['Decided about', ({ decided }) => decided],
  ['Flag cleared', ({ cleared }) => cleared],
  ['Still flagged at the end', ({ open }) => open],
];

function summary(counts: readonly EvidenceCount[]): string {
  if (counts.length === 0) return '<p>Nothing was flagged, warned or decided in this time.</p>';
  const heads = COUNTED.map(([title]) => `<th scope="col" class="number">${title}</th>`).join('');
  const rows = counts.map((row) => {
    const cells = COUNTED.map(([, count]) => `<td class="number">${count(row)}</td>`).join('');
    return `<tr><th scope="row">${html(nameOf(row))}</th>${cells}</tr>`;
  });
  return table('Accounts by organisation', `<th scope="col">Organisation</th>${heads}`, rows.join('\n'));
}

const EVENT_HEADS = ['Account', 'Day', 'Time', 'What', 'Detail', 'By']
  .map((title) => `<th scope="col">${title}</th>`)
  .join('');

async function* byOrganisation({ events, timeZone }: EvidencePage): AsyncGenerator<string> {
  let organisation: string | undefined;
  for await (const event of events) {
    const name = nameOf(event);
    if (name !== organisation) {
      if (organisation !== undefined) yield TABLE_END;
      yield `<h2>${html(name)}</h2>\n${tableStart(`Events of ${name}, by account`, EVENT_HEADS)}`;
    }
    organisation = name;
    const time = timeOf(event, timeZone);
    const cells = [
      sayDay(dayIn(timeZone, event.at)),
      time,
      KIND_WORDS[event.kind],
      detailOf(event),
      byWhom(event),
    ];
    yield `<tr><th scope="row">${html(event.address)}</th>${cells.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>\n`;
  }
  if (organisation !== undefined) yield TABLE_END;
}

const TABLE_END = '</tbody>\n</table>\n</div>\n';

function tableStart(caption: string, heads: string): string {
  // A table that is wider than a small screen can be moved with the keyboard too.
  return `<div class="wide" tabindex="0" role="region" aria-label="${html(caption)}">
<table>
<caption>${html(caption)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
`;
}

function table(caption: string, heads: string, rows: string): string {
  return `${tableStart(caption, heads)}${rows}\n${TABLE_END}`;
}

function nameOf({ organisation, odsCode }: { organisation: string; odsCode: string }): string {
  return organisation ? `${organisation} (${odsCode})` : odsCode || 'No organisation';
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands, whatever is in it; marks that turn the reading direction are left out. */
export function html(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[&<>"']/g, (mark) => ESCAPED[mark] ?? mark);
}
