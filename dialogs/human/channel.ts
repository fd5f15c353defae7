/** An administrator names the channel of their organisation's helpers in the channel itself, and gives it up again. */
import { administers } from '../../access/administrators.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { questionChannelCard } from '../../cards/question-channel/question-channel-card.ts';
import { readOdsCode } from '../../dspt/ods-code.ts';
import {
  channelsInUse,
  confirmChannel,
  endChannel,
  proposeChannel,
  proposedHere,
} from '../../tickets/question-channels.ts';
import { type ChannelPlace, whyUnfit } from '../../tickets/teams-channels.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { CHANNEL, channelInUse, IN_CHANNEL, UNFIT } from './messages.ts';
import { countIn } from './text-in.ts';

const CODE = /\bfor (?:the )?(?:organisation |questions of |org )?([a-z0-9]{1,9})\b[^a-z0-9]*$/i;

export function placeOf({ person, place }: Turn): ChannelPlace {
  return { tenantId: person.tenantId, conversationId: place.conversationId, teamId: place.teamId };
}

/** "Use this channel for A1B2". */
export async function askForChannel(turn: Turn, deps: DialogDeps): Promise<void> {
  if (turn.scope !== 'channel') return say(turn, CHANNEL.elsewhere);
  const odsCode = readOdsCode(CODE.exec(turn.text)?.[1] ?? '');
  if (!odsCode) return say(turn, CHANNEL['no-code']);
  if (!(await mayDecide(turn, deps, odsCode))) return;
  const place = placeOf(turn);
  if (!(await isFit(turn, deps, place))) return;
  const [before] = await channelsInUse(deps.database, [odsCode]);
  if (before?.conversationId === place.conversationId && before.tenantId === place.tenantId) {
    return say(turn, channelInUse(odsCode));
  }
  turn.say({
    card: questionChannelCard({
      ods: odsCode,
      replaces: before ? 'The channel that you use now is then given up.' : '',
      channel: await proposeChannel(deps.database, odsCode, place, turn.now),
    }),
  });
}

/** The button of the card that was said here. Everything is asked again: others can press it too. */
export async function useChannel(turn: Turn, deps: DialogDeps, channel: unknown): Promise<void> {
  if (turn.scope !== 'channel') return say(turn, CHANNEL.elsewhere);
  const id = countIn(channel);
  const proposed = await proposedHere(deps.database, id, placeOf(turn), turn.now);
  if (!proposed) return say(turn, CHANNEL.expired);
  const { odsCode } = proposed;
  if (!(await mayDecide(turn, deps, odsCode))) return;
  if (!(await isFit(turn, deps, proposed))) return;
  const { tenantId, aadObjectId } = turn.person;
  const by = { tenantId, aadObjectId };
  if (!(await confirmChannel(deps.database, { id, odsCode, by, now: turn.now }))) {
    return say(turn, CHANNEL.refused);
  }
  deps.wakeDelivery();
  turn.say({ card: messageCard(channelInUse(odsCode)), inPlace: true });
}

/** "Stop using this channel": for every organisation of the person whose channel this is. */
export async function stopChannel(turn: Turn, deps: DialogDeps): Promise<void> {
  if (turn.scope !== 'channel') return say(turn, CHANNEL.elsewhere);
  const { tenantId, aadObjectId } = turn.person;
  const here = placeOf(turn);
  const own = (await channelsInUse(deps.database, turn.person.organisations)).filter(
    (each) => each.tenantId === here.tenantId && each.conversationId === here.conversationId,
  );
  if (own.length === 0) return say(turn, CHANNEL.none);
  for (const { odsCode } of own) {
    if (!(await mayDecide(turn, deps, odsCode))) return;
    await endChannel(deps.database, odsCode, { tenantId, aadObjectId }, 'asked', turn.now);
  }
  say(turn, CHANNEL.ended);
}

/** Says why not. Others read the channel, so nothing is told of an organisation. */
async function mayDecide(turn: Turn, deps: DialogDeps, odsCode: string): Promise<boolean> {
  const member = await deps.channels.member(placeOf(turn), turn.place.memberId);
  const isAdministrator = await administers(deps.database, turn.person, odsCode, turn.now);
  if (isAdministrator && member?.standing === 'member') return true;
  say(turn, isAdministrator && !member ? IN_CHANNEL.later : CHANNEL.refused);
  return false;
}

async function isFit(turn: Turn, deps: DialogDeps, place: ChannelPlace): Promise<boolean> {
  const facts = await deps.channels.look(place);
  if (!facts) {
    say(turn, IN_CHANNEL.later);
    return false;
  }
  const unfit = whyUnfit(facts);
  if (unfit) say(turn, UNFIT[unfit]);
  return unfit === undefined;
}

function say(turn: Turn, words: { title: string; text: string; buttons: readonly never[] }): void {
  turn.say({ card: messageCard({ ...words, buttons: [] }) });
}
