/** `npm run feedback`: what came of questions, and what people think of the answers. Works beside a running service. */
import { parseArgs } from 'node:util';
import { REASON_WORDS } from '../../dialogs/feedback/messages.ts';
import { entryTitle } from '../../dialogs/feedback/titles.ts';
import { REASONS } from '../../feedback/feedback.ts';
import {
  type EntryOutcome,
  type FeedbackWords,
  feedbackReport,
  feedbackWords,
  wentWrong,
} from '../../feedback/report.ts';
import { type Knowledge, loadKnowledge } from '../../knowledge/knowledge.ts';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { EXIT, endWith } from './ends-with.ts';
import { periodIn } from './told.ts';

const HELP = `npm run feedback -- report                                    the last 30 days, by entry, worst first
npm run feedback -- report --from 2026-10-01 --to 2026-10-31   another time, both days included
npm run feedback -- report --words                        and what people wrote and agreed to send
npm run --silent feedback -- report --json                the same as JSON

It holds counts and no people. What went wrong is: not covered, a thumb down, or not what was asked.`;

const COLUMNS = [
  ['asked', ({ asked }) => asked],
  ['answered', ({ answered }) => answered],
  ['choice', ({ choice }) => choice],
  ['not covered', ({ notCovered }) => notCovered],
  ['thumbs up', ({ thumbsUp }) => thumbsUp],
  ['thumbs down', ({ thumbsDown }) => thumbsDown],
  ['not what was asked', ({ notAsked }) => notAsked],
] as const satisfies readonly (readonly [string, (outcome: EntryOutcome) => number])[];

async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      words: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || positionals.join() !== 'report') {
    console.log(HELP);
    return values.help ? EXIT.well : EXIT.mistyped;
  }
  const place = loadConfig({ ASSISTANT_MODE: 'playground', HOST: '127.0.0.1', MICROSOFT_APP_ID: '' });
  const period = periodIn({ from: values.from, to: values.to }, place.timeZone, new Date());
  const database = await openDatabase(place);
  try {
    const entries = await feedbackReport(database, period);
    const written = values.words ? await feedbackWords(database, period) : [];
    const { firstDay: from, lastDay: to } = period;
    if (values.json) {
      console.log(JSON.stringify({ from, to, entries, ...(values.words && { words: written }) }, null, 2));
    } else {
      console.log(inWords(loadKnowledge(), { from, to, entries, written }));
    }
    return EXIT.well;
  } finally {
    await database.close();
  }
}

function inWords(
  knowledge: Knowledge,
  report: { from: string; to: string; entries: EntryOutcome[]; written: FeedbackWords[] },
): string {
  const { from, to, entries, written } = report;
  if (entries.length === 0) return `Nothing was asked from ${from} to ${to}.`;
  const wrong = entries.reduce((sum, each) => sum + wentWrong(each), 0);
  return [
    `From ${from} to ${to}, worst first. Went wrong: ${wrong}.`,
    '',
    [...COLUMNS.map(([title]) => title), 'entry'].join('  '),
    ...entries.flatMap((each) => entryLines(knowledge, each)),
    ...written.map(({ day, entry, said, words }) => `${day}  ${entry || '-'}  ${said}: ${oneLine(words)}`),
  ].join('\n');
}

function entryLines(knowledge: Knowledge, outcome: EntryOutcome): string[] {
  const counts = COLUMNS.map(([title, count]) => String(count(outcome)).padStart(title.length));
  const reasons = REASONS.flatMap((reason) => {
    const times = outcome.reasons[reason];
    return times ? [`${REASON_WORDS[reason]}: ${times}`] : [];
  });
  return [
    [...counts, `${outcome.entry || '-'}  ${entryTitle(knowledge, outcome.entry)}`].join('  '),
    ...(reasons.length > 0 ? [`    ${reasons.join(', ')}`] : []),
  ];
}

/** A line break in somebody's words would look like a line of ours. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}

await endWith(run);
