/** Organisations with channels for questions, and people who ask and answer. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../delivery/database.ts';
import { type Act, type HelperStep, helperActs } from '../../tickets/act.ts';
import { askHelpers } from '../../tickets/ask-helpers.ts';
import { type AskerStep, askerActs } from '../../tickets/asker-acts.ts';
import {
  channelsInUse,
  confirmChannel,
  endChannel,
  proposeChannel,
} from '../../tickets/question-channels.ts';

/** A Monday morning. */
export const NOW = new Date('2026-11-23T10:00:00Z');
export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
export const WAITING = { minutes: 30, hours: { from: 9, to: 17 }, timeZone: 'Europe/London' };
export const channelOf = (odsCode: string) => ({
  tenantId: 'care',
  conversationId: `19:${odsCode}`,
  teamId: '19:team',
});
/** Where an organisation goes when it chooses anew. */
export const newChannelOf = (odsCode: string) => ({
  ...channelOf(odsCode),
  conversationId: `19:${odsCode}-new`,
});
export const person = (name: string) => ({ tenantId: 'care', aadObjectId: name.toLowerCase(), name });

const AMINA = { tenantId: 'care', aadObjectId: 'amina' };

/** Amina chooses the organisation's channel. */
export async function useChannel(database: Database, odsCode: string, place = channelOf(odsCode), now = NOW) {
  const id = await proposeChannel(database, odsCode, place, now);
  await confirmChannel(database, { id, odsCode, by: AMINA, now });
}

/** The service gives it up: its team has a guest. */
export function gainsGuest(database: Database, odsCode: string, now: Date) {
  return endChannel(database, odsCode, 'service', 'guests', now);
}

/** Amina administers both organisations; Megan works in A1. */
export async function addChannels(database: Database, codes = ['A1', 'B2']): Promise<void> {
  for (const odsCode of codes) {
    await database.query('insert into organisation (ods_code, name, is_nas) values ($1, $2, false)', [
      odsCode,
      `House ${odsCode}`,
    ]);
    await database.query(
      `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by) values ('care', 'amina', $1, 'test')`,
      [odsCode],
    );
    await useChannel(database, odsCode);
  }
}

/** @returns the ticket's id. */
export async function ask(
  database: Database,
  {
    odsCode = 'A1',
    question = 'Is it open?',
    asker = 'Megan',
    ticketId = randomUUID() as string,
    now = NOW,
  } = {},
): Promise<string> {
  const [channel] = await channelsInUse(database, [odsCode]);
  if (!channel) throw new Error(`${odsCode} has no channel.`);
  const asked = {
    ticketId,
    asker: person(asker),
    channel,
    question,
    answeredBefore: '',
    waiting: WAITING,
    now,
  };
  const result = await askHelpers(database, asked);
  if (result.outcome !== 'sent') throw new Error(result.outcome);
  return ticketId;
}

type More = Partial<Act> & { odsCode?: string; channel?: ReturnType<typeof channelOf> };

export function helper(
  database: Database,
  name: string,
  step: HelperStep,
  ticketId: string,
  more: More = {},
) {
  const { odsCode = 'A1', channel = channelOf(odsCode), ...act } = more;
  const whole: Act = { ticketId, by: person(name), words: '', seen: 0, now: later(1), ...act };
  return helperActs(database, channel, step, whole);
}

export function asker(
  database: Database,
  step: AskerStep,
  ticketId: string,
  more: More = {},
  name = 'Megan',
) {
  const whole: Act = { ticketId, by: person(name), words: '', seen: 0, now: later(2), ...more };
  return askerActs(database, step, whole, WAITING);
}
