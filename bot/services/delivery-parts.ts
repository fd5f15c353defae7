/** What sends the messages that nobody typed for, and tells people what came of their sends. */
import type { Logger } from 'pino';
import { administers } from '../../access/administrators.ts';
import { type Delivery, deliverDue } from '../../delivery/deliver.ts';
import type { Recipient } from '../../delivery/owed-message.ts';
import { showProgress } from '../../delivery/send-progress.ts';
import { markReported, sendsToReport } from '../../delivery/send-report.ts';
import { type DeliveryLoop, startDeliveryLoop } from '../delivery-loop.ts';

export function createDeliveryParts(given: Omit<Delivery, 'stop'>, log: Logger) {
  const stopping = new AbortController();
  const delivery = { ...given, stop: stopping.signal };
  const { database, clock } = delivery;
  let loop: DeliveryLoop | undefined;

  const mayKnow = (asker: Recipient, odsCode: string) => administers(database, asker, odsCode, clock());
  /** @returns how many people are owed how far their send is, or what came of it. */
  async function tellAskers(): Promise<number> {
    let told = 0;
    for (const send of await sendsToReport(database)) {
      const may = await mayKnow(send.asker, send.odsCode);
      if (await markReported(database, send, may, clock())) told++;
    }
    return told + (await showProgress(database, mayKnow, clock()));
  }

  return {
    /** Delivers until nothing is due. */
    async deliver(): Promise<void> {
      await deliverDue(delivery);
      // What they are told are owed messages themselves.
      if ((await tellAskers()) > 0) await deliverDue(delivery);
    },
    startLoop() {
      loop = startDeliveryLoop({ delivery, tellAskers, log });
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
