/**
 * Whose turn it is. Organisations take turns one by one, so that a send of 20,000 does not hold up a send of ten; and
 * what is urgent gets three turns of four, so that it neither waits nor stops everything else.
 */
import type { Database } from './database.ts';
import { maySend } from './may-send.ts';

/** Messages that wait in one line: of one organisation, and equally urgent. */
export interface Lane {
  /** 0 is urgent, 1 is usual. */
  urgency: number;
  organisation: string;
}

/** How many messages to take from a lane. */
export interface Turn extends Lane {
  wanted: number;
}

const URGENT_TURNS = 3;
const TURNS_IN_A_ROUND = 4;
const OPEN = "state in ('planned', 'retrying', 'ambiguous')";

/** The tenants in which a message is due now. */
export async function tenantsDue(database: Database, now: Date): Promise<string[]> {
  const rows = await database.query<{ tenantId: string }>(
    `with recursive tenant as (
       (select tenant_id from owed_message where ${OPEN} order by tenant_id limit 1)
       union all
       select next.tenant_id from tenant cross join lateral (
         select tenant_id from owed_message where ${OPEN} and tenant_id > tenant.tenant_id
         order by tenant_id limit 1) as next)
     select tenant_id as "tenantId" from tenant
     where exists (select 1 from owed_message
       where ${OPEN} and owed_message.tenant_id = tenant.tenant_id and not_before <= $1::timestamptz
         and ${maySend('$1')})`,
    [now],
  );
  return rows.map(({ tenantId }) => tenantId);
}

/** The tenant's lanes in which a message is due now: a step through the index for each, however long they are. */
export function lanesDue(database: Database, tenantId: string, now: Date): Promise<Lane[]> {
  return database.query<Lane>(
    `with recursive lane as (
       (select urgency, organisation from owed_message where ${OPEN} and tenant_id = $1
        order by urgency, organisation limit 1)
       union all
       select next.urgency, next.organisation from lane cross join lateral (
         select urgency, organisation from owed_message
         where ${OPEN} and tenant_id = $1 and (urgency, organisation) > (lane.urgency, lane.organisation)
         order by urgency, organisation limit 1) as next)
     select urgency, organisation from lane
     where exists (select 1 from owed_message
       where ${OPEN} and tenant_id = $1 and owed_message.urgency = lane.urgency
         and owed_message.organisation = lane.organisation and not_before <= $2::timestamptz
         and ${maySend('$2')})`,
    [tenantId, now],
  );
}

export interface Turns {
  /** The lanes in which something is due now: the others are left out from here on. */
  see(lanes: readonly Lane[]): void;
  /** Shares out so many messages. Empty when nothing is due. */
  next(wanted: number): Turn[];
}

export function createTurns(): Turns {
  const rings = [createRing(), createRing()] as const;
  let round = 0;
  return {
    see(lanes) {
      rings.forEach((ring, urgency) => {
        ring.fill(lanes.filter((lane) => lane.urgency === urgency).map(({ organisation }) => organisation));
      });
    },
    next(wanted) {
      const turns = new Map<string, Turn>();
      for (let place = 0; place < wanted; place++) {
        const favourite = round++ % TURNS_IN_A_ROUND < URGENT_TURNS ? 0 : 1;
        const urgency = rings[favourite].isEmpty() ? 1 - favourite : favourite;
        const organisation = rings[urgency as 0 | 1].next();
        if (organisation === undefined) break;
        const key = `${urgency} ${organisation}`;
        const turn = turns.get(key) ?? { urgency, organisation, wanted: 0 };
        turns.set(key, { ...turn, wanted: turn.wanted + 1 });
      }
      return [...turns.values()];
    },
  };
}

/** Organisations in a ring. Filled anew, it goes on after the one that was served last. */
function createRing() {
  let members: string[] = [];
  let last = '';
  return {
    fill(organisations: string[]) {
      members = organisations.toSorted();
    },
    isEmpty: () => members.length === 0,
    next(): string | undefined {
      const following = members.find((each) => each > last) ?? members[0];
      last = following ?? last;
      return following;
    },
  };
}
