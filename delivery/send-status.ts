/** All sends and all owed messages, counted: what an operator looks at. It names no recipient. */
import type { Database } from './database.ts';
import type { OwedState } from './owed-message.ts';

export type StateCounts = Record<OwedState, number>;

export interface SendStatus extends StateCounts {
  sendId: string;
  odsCode: string;
  /** The organisation's name, or its code where it has none. */
  organisation: string;
  /** `proposed` is a dry run that nobody said yes to; `confirmed` is under way; `reported` is over. */
  state: 'proposed' | 'confirmed' | 'reported' | 'cancelled';
  /** Their address as Teams gives it; null while unknown. */
  askedBy: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  total: number;
  /** Teams was once not clear about them: they may have arrived twice, or not. */
  mayBeRepeated: number;
}

export interface SendsQuestion {
  /** A send's id, or how it begins. */
  sendId?: string;
  /** So many of the newest. */
  most: number;
}

const COUNTS = ['planned', 'sending', 'sent', 'retrying', 'failed', 'ambiguous', 'cancelled']
  .map((state) => `count(*) filter (where owed_message.state = '${state}') as ${state}`)
  .join(', ');

/** The newest first; dry runs that were never confirmed are left out, unless one is asked for by its id. */
export function listSends(database: Database, { sendId = '', most }: SendsQuestion): Promise<SendStatus[]> {
  return database.query<SendStatus>(
    `select chosen.send_id as "sendId", ods_code as "odsCode", coalesce(organisation.name, ods_code) as organisation,
       chosen.state, address as "askedBy", confirmed_at as "startedAt", reported_at as "endedAt", counts.*
     from (
       select * from send
       where case when $1 = '' then confirmed_at is not null else starts_with(send_id::text, lower($1)) end
       order by coalesce(confirmed_at, proposed_at) desc, send_id limit $2::int) as chosen
     left join organisation using (ods_code) left join person using (tenant_id, aad_object_id)
     cross join lateral (
       select count(*) as total, count(*) filter (where was_ambiguous) as "mayBeRepeated", ${COUNTS}
       from owed_message where owed_message.send_id = chosen.send_id) as counts
     order by coalesce(confirmed_at, proposed_at) desc, chosen.send_id`,
    [sendId, most],
  );
}

export interface KindStatus extends StateCounts {
  kind: string;
  total: number;
}

/** Every owed message that is still kept, by kind and state. */
export function owedByKind(database: Database): Promise<KindStatus[]> {
  return database.query<KindStatus>(
    `select kind, count(*) as total, ${COUNTS} from owed_message group by kind order by kind`,
  );
}
