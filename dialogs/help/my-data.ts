/** "What do you know about me", and "delete my data". In a chat of one's own only. */
import { messageCard } from '../../cards/message/message-card.ts';
import { myDataCard } from '../../cards/my-data/my-data-card.ts';
import { type DataSubject, deleteAbout, type KeptAbout, keptAbout } from '../../privacy/about-person.ts';
import type { RetentionPeriods } from '../../privacy/kept.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { CONFIRM_DELETION, DELETED, MY_DATA, MY_DATA_ELSEWHERE } from './messages.ts';

export async function showMyData(turn: Turn, deps: DialogDeps): Promise<void> {
  if (turn.scope !== 'personal') return turn.say({ card: messageCard(MY_DATA_ELSEWHERE) });
  const found = await keptAbout(deps.database, await subjectOf(turn, deps));
  turn.say({
    card: myDataCard({
      intro: found.length > 0 ? MY_DATA.intro : MY_DATA.nothing,
      kept: found.map((each) => keptLine(each, deps.retention)),
      canDelete: found.some(canDelete),
    }),
  });
}

/** Asks first: a reminder that was deleted does not come back. */
export function askToDelete(turn: Turn): void {
  turn.say({ card: messageCard(turn.scope === 'personal' ? CONFIRM_DELETION : MY_DATA_ELSEWHERE) });
}

export async function deleteMyData(turn: Turn, deps: DialogDeps): Promise<void> {
  if (turn.scope !== 'personal') return turn.say({ card: messageCard(MY_DATA_ELSEWHERE) });
  const subject = await subjectOf(turn, deps);
  await deleteAbout(deps.database, subject);
  const left = await keptAbout(deps.database, subject);
  const reasons = left.flatMap(({ kept }) =>
    typeof kept.onRequest === 'object' ? [`${sentence(kept.what)} I cannot: ${kept.onRequest.kept}.`] : [],
  );
  const stays = reasons.length > 0 ? `\n\n${DELETED.stays}\n\n${reasons.join('\n\n')}` : '';
  turn.say({ card: messageCard({ ...DELETED, text: `${DELETED.text}${stays}` }), inPlace: true });
}

/** The address is Teams' own, so that nobody sees what is kept about somebody else. */
async function subjectOf(turn: Turn, deps: DialogDeps): Promise<DataSubject> {
  const { tenantId, aadObjectId } = turn.person;
  const found = await deps.roster.lookUp(turn);
  return { tenantId, aadObjectId, ...(found && !found.guest && { address: found.address }) };
}

function canDelete({ kept }: KeptAbout): boolean {
  return kept.onRequest === 'deleted' || kept.deleteOnly !== undefined;
}

function keptLine({ kept }: KeptAbout, periods: RetentionPeriods) {
  const { what, why, ends, onRequest } = kept;
  return {
    what: sentence(what),
    why: sentence(why),
    ends: 'after' in ends ? `${periods[ends.after]} days.` : sentence(`until ${ends.by}`),
    stays: typeof onRequest === 'object' ? onRequest.kept : '',
  };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
