/** Tells an organisation's administrators that the service gave their channel up: nobody pressed anything. */
import type { Database } from '../delivery/database.ts';
import { owe } from '../delivery/ledger.ts';
import type { Recipient } from '../delivery/owed-message.ts';
import type { Unfit } from './teams-channels.ts';

/** The kind under which it stands in the ledger. */
export const CHANNEL_GIVEN_UP = 'helper-channel-given-up';

export type ChannelGivenUp = {
  /** With its code. */
  organisation: string;
  why: Unfit;
};

/** @param channel that was given up: they are told of each once. */
export async function tellAdministrators(
  transaction: Database,
  { id, odsCode, tenantId }: { id: number; odsCode: string; tenantId: string },
  why: Unfit,
  now: Date,
): Promise<void> {
  const administrators = await transaction.query<Recipient & { name: string }>(
    `select tenant_id as "tenantId", aad_object_id as "aadObjectId", name
     from administrator join organisation using (ods_code)
     where ods_code = $1 and tenant_id = $2 and (expires_at is null or expires_at > $3::timestamptz)
       and not exists (select 1 from person where person.tenant_id = administrator.tenant_id
         and person.aad_object_id = administrator.aad_object_id and is_guest)
     order by aad_object_id`,
    [odsCode, tenantId, now],
  );
  for (const { name, ...to } of administrators) {
    const reasonKey = [CHANNEL_GIVEN_UP, id, to.tenantId, to.aadObjectId].join(':');
    const content: ChannelGivenUp = { organisation: `${name} (${odsCode})`, why };
    const message = { reasonKey, kind: CHANNEL_GIVEN_UP, to, content, notBefore: now, organisation: odsCode };
    await owe(transaction, message, now);
  }
}
