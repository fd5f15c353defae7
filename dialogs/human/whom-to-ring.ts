/** Whom to ring when nobody here answers: the organisation's own people first, then the national helpdesk. */
import type { Card } from '../../cards/adaptive-card.ts';
import { personCard } from '../../cards/person/person-card.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { sourceLine } from '../answers.ts';
import { HELPDESK, NAS_FIRST, READY_FOR_THE_HELPDESK } from './messages.ts';

export interface Why {
  title?: string;
  /** Why nobody here answers, or empty text. */
  lead: string;
  /** The National Administration Service runs their accounts: they have no Local Administrator. */
  isNas?: boolean;
}

export function whomToRingCard(knowledge: Knowledge, { title = 'Ask a person', lead, isNas }: Why): Card {
  const source = knowledge.contents.sources.get('deck-2020');
  return personCard({
    ...HELPDESK,
    title,
    lead,
    sourceLine: source ? sourceLine(source) : '',
    ask: isNas ? NAS_FIRST : knowledge.contact('local-administrator'),
    details: READY_FOR_THE_HELPDESK,
  });
}
