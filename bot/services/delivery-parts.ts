/** What sends the messages that nobody typed for, and tells people what came of their sends. */
import type { Logger } from 'pino';
import { administers } from '../../access/administrators.ts';
import { type Delivery, deliverDue } from '../../delivery/deliver.ts';
import { markReported, sendsToReport } from '../../delivery/send-report.ts';
import { type DeliveryLoop, startDeliveryLoop } from '../delivery-loop.ts';

export function createDeliveryParts(given: Omit<Delivery, 'stop'>, log: Logger) {
  const stopping = new AbortController();
  const delivery = { ...given, stop: stopping.signal };
  const { database, clock } = delivery;
  let loop: DeliveryLoop | undefined;

  /** @returns how many people are owed the result of a send now. */
  async function reportFinished(): Promise<number> {
    let reported = 0;
    for (const send of await sendsToReport(database)) {
      const mayKnow = await administers(database, send.asker, send.odsCode, clock());
      if (await markReported(database, send, mayKnow, clock())) reported++;
    }
    return reported;
  }

  return {
    /** Delivers until nothing is due. */
    async deliver(): Promise<void> {
      await deliverDue(delivery);
      // The reports are owed messages themselves.
      if ((await reportFinished()) > 0) await deliverDue(delivery);
    },
    startLoop() {
      loop = startDeliveryLoop({ delivery, reportFinished, log });
    },
    /** Something is owed now. */
    wake: () => loop?.wake(),
    /** For how many milliseconds the loop looked at nothing; nothing when it was not started. */
    idleMs: () => loop?.idleMs(),
    /** Nothing more is started from now on. */
    stop: () => stopping.abort(),
    /** Resolves when what was under way has ended. */
    async ended(): Promise<void> {
      await loop?.ended;
    },
  };
}
