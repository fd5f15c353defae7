/** The end of the check: where they stand, what it means for NHSmail, what is still to do, and by when. */
import type { Card } from '../../cards/adaptive-card.ts';
import { dsptResultCard } from '../../cards/dspt-result/dspt-result-card.ts';
import { nextDeadline } from '../../dspt/deadline.ts';
import { judge, remedies } from '../../dspt/rules/index.ts';
import { ownPublication, showsStandardsMet } from '../../dspt/rules/own-publication.ts';
import type { Facts } from '../../dspt/rules/rule.ts';
import { stageOf } from '../../dspt/self-check.ts';
import { sayDay } from '../../hygiene/day.ts';
import { sourceLine } from '../answers.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { daysLeftWords, deadlineSource } from './day-words.ts';
import {
  ENTRY_LEVEL_ENDED,
  explain,
  FOR_NHSMAIL,
  LATER_SOURCE,
  LINKS,
  NEXT_STEPS,
  nameAndCode,
  STAGES,
  STATUS_SOURCE,
} from './messages.ts';
import { fileAge, publicationWords } from './published.ts';

export async function resultCard(turn: Turn, deps: DialogDeps, facts: Facts): Promise<Card> {
  const judged = judge(facts);
  const { organisation } = facts;
  const deck = deps.knowledge.contents.sources.get('deck-2020');
  const deadline = nextDeadline(facts.today, facts.deadline);
  const sources = [deck ? sourceLine(deck) : '', publishedLine(facts) ? STATUS_SOURCE : ''];
  return dsptResultCard({
    ...stageWords(facts),
    organisation: organisation ? nameAndCode(organisation) : '',
    edition: publishedLine(facts),
    missing: remedies(judged),
    steps: showsStandardsMet(facts) ? [] : NEXT_STEPS,
    later: ENTRY_LEVEL_ENDED,
    laterSource: LATER_SOURCE,
    deadline: {
      date: sayDay(deadline.day),
      daysLeft: daysLeftWords(deadline.daysLeft),
      source: deadlineSource(facts.deadline),
    },
    sourceLine: sources.filter(Boolean).join('; '),
    fileAge: await fileAge(turn, deps),
    links: LINKS,
    ask: deps.knowledge.contact('helpdesk'),
  });
}

/** A published Standards Met of the latest edition speaks for itself; otherwise their own answers do. */
function stageWords(facts: Facts): { stage: string; meaning: string; forNhsmail: string } {
  const publication = ownPublication(facts);
  const enough = judge(facts).find(({ rule }) => rule.id === 'status-is-enough-to-apply')?.outcome;
  const forStatus = publication ? FOR_NHSMAIL[enough ?? 'unknown'] : '';
  if (publication && showsStandardsMet(facts)) {
    const { words, level } = publication.status;
    return { stage: words, meaning: explain(level), forNhsmail: forStatus };
  }
  const { title, meaning, forNhsmail } = STAGES[stageOf(facts.answers)];
  return { stage: title, meaning, forNhsmail: [forNhsmail, forStatus].filter(Boolean).join(' ') };
}

function publishedLine(facts: Facts): string {
  const publication = ownPublication(facts);
  if (publication) return `Status in the toolkit: ${publicationWords(publication)}`;
  const { headOffice } = facts;
  return headOffice?.publication
    ? `Head office ${nameAndCode(headOffice)}: ${publicationWords(headOffice.publication)}`
    : '';
}
