/** Messages that nobody typed for, planned in the running service's own database, and what came of all of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenDatabase } from '../../bot/database/open-database.ts';
import { owe } from '../../delivery/ledger.ts';
import { ABSENCE_REQUEST, type AbsenceRequest } from '../../hygiene/absence-request.ts';
import { aadObjectIdOf, PEOPLE, TENANT } from './people.ts';

const EVERY_MS = 20_000;
/** The service looks once a minute, and tries five times, with pauses that grow. */
const SETTLED_WITHIN_MS = 10 * 60_000;

const CONTENT: AbsenceRequest = {
  name: 'A person',
  address: 'person@bench.example',
  organisation: 'Bench (B1)',
  askedOn: '2026-11-21',
  rule: '',
  ruleSource: '',
};

/** Owes each of the people one message now and again. @returns how many were owed. */
export async function oweUntil(stop: AbortSignal, database: OpenDatabase): Promise<number> {
  let owed = 0;
  for (let round = 0; !stop.aborted; round++) {
    const now = new Date();
    for (let person = 0; person < PEOPLE; person++) {
      const to = { tenantId: TENANT, aadObjectId: aadObjectIdOf(person) };
      const reasonKey = `endurance:${round}:${person}`;
      await owe(database, { reasonKey, kind: ABSENCE_REQUEST, to, content: CONTENT, notBefore: now }, now);
      owed++;
    }
    await sleep(EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
  return owed;
}

/** Waits until nothing is on its way any more. @returns how many ended in each state. */
export async function outcomes(database: OpenDatabase): Promise<Record<string, number>> {
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const rows = await database.query<{ state: string; count: number }>(
      `select state, count(*) as count from owed_message where reason_key like 'endurance:%' group by state`,
    );
    const states = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    const open = ['planned', 'sending', 'retrying', 'ambiguous'].some((state) => states[state]);
    if (!open || performance.now() > deadline) return states;
    await sleep(1000);
  }
}
