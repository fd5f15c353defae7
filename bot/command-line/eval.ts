/** `npm run eval`: how well questions are understood that nobody trained on, next to a plain search box. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBaseline } from '../../knowledge/evaluation/bm25-baseline.ts';
import { approaches } from '../../knowledge/evaluation/compare.ts';
import { isRight, readQuestions, shownBy } from '../../knowledge/evaluation/evaluate.ts';
import { comparisonHeader, comparisonRow, table } from '../../knowledge/evaluation/report.ts';
import { countRouted, readMessages } from '../../knowledge/evaluation/routing.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run eval                      the project's own questions on the policy
npm run eval -- <file.tsv> …      also others: id, kind, question, accept (tab separated, with a header)
npm run eval -- --misses          and each question that went wrong
npm run eval -- --routing         messages of all features: is the right one found
npm run eval -- --compare         the other ways to find an entry, on the same questions (minutes: it trains)`;

const OWN = fileURLToPath(new URL('../../knowledge/evaluation/aup.tsv', import.meta.url));
const ROUTING = fileURLToPath(new URL('../../knowledge/evaluation/routing.tsv', import.meta.url));

const words = process.argv.slice(2);
const files = words.filter((word) => !word.startsWith('--'));
const missing = files.filter((file) => !existsSync(file));
if (words.includes('--help')) console.log(HELP);
else if (missing.length > 0) {
  console.error(`There is no file ${missing.join(', ')}.\n\n${HELP}`);
  process.exitCode = 1;
} else await runCommand(evaluate);

function evaluate(): void {
  const knowledge = loadKnowledge();
  if (words.includes('--compare')) {
    const sets = [OWN, ...files].map((file) => readQuestions(readFileSync(file, 'utf8')));
    console.log(comparisonHeader([OWN, ...files].map((file) => (file === OWN ? 'own' : basename(file)))));
    for (const { name, build } of approaches(knowledge.contents))
      console.log(comparisonRow(name, sets, build()));
  } else if (words.includes('--routing')) {
    const { right, of, misses } = countRouted(
      readMessages(readFileSync(ROUTING, 'utf8')),
      knowledge.understand,
    );
    console.log(`right feature: ${right} of ${of} (${((right / of) * 100).toFixed(1)} %)`);
    for (const miss of misses) console.log(`  ${miss}`);
  } else {
    const baseline = createBaseline(knowledge.contents);
    const show = (question: string) => shownBy(knowledge.understand(question));
    for (const file of [OWN, ...files]) {
      const questions = readQuestions(readFileSync(file, 'utf8'));
      console.log(
        `${file === OWN ? 'The project’s own questions' : file}\n\n${table(questions, show, baseline)}\n`,
      );
      if (!words.includes('--misses')) continue;
      for (const each of questions.filter((question) => !isRight(question, show(question.question)))) {
        const { outcome, clauses } = show(each.question);
        const got = `${outcome} ${clauses.join(',')}`.trim();
        console.log(`  ${each.id} wants ${each.accept.join(',') || 'none'}, got ${got}: ${each.question}`);
      }
    }
  }
}
