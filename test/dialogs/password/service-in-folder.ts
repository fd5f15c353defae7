/** The real service with its data in a folder, so that it can be killed and started again. */
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { loadConfig } from '../../../bot/config.ts';
import { DEMONSTRATION_PEOPLE, loadDemonstration } from '../../../bot/demo/demonstration-data.ts';
import { createHttpServer, listen } from '../../../bot/http/server.ts';
import { createServices } from '../../../bot/services.ts';
import { handClock } from '../../delivery/sample-delivery.ts';
import { sharedKnowledge } from '../../support/assistant.ts';
import { type Channel, openChat } from '../../support/chat.ts';
import type { Chatter, Who } from '../../support/people.ts';
import { startTeamsConnector } from '../../support/teams-connector.ts';

/** It is 10:00 on 21 November 2026 again whenever it starts. @param demonstration is loaded when nothing is there. */
export async function startInFolder(folder: string, { demonstration = false } = {}) {
  const connector = await startTeamsConnector();
  const clock = handClock();
  // The clock stands still while people chat, so that everything they hear is in one second.
  const conversationLimits = [{ requests: 1000, seconds: 1 }];
  const settings = { ASSISTANT_MODE: 'playground', DATA_FOLDER: folder, PORT: '0' };
  const config = { ...loadConfig(settings, {}), conversationLimits };
  const log = pino({ level: 'silent' });
  const wait = async (ms: number) => clock.forward(ms);
  const services = await createServices(config, {
    clock: clock.now,
    wait,
    log,
    knowledge: sharedKnowledge(),
  });
  if (demonstration) {
    await loadDemonstration(services.database, { now: clock.now(), ...DEMONSTRATION_PEOPLE });
  }
  const http = createHttpServer(services);
  const server = await listen(http, '127.0.0.1', 0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    services,
    connector,
    clock,
    chat: (who: Who | Chatter, where?: 'personal' | Channel) => openChat(url, connector, who, where),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((done) => http.close(() => done()));
      await services.close();
      await connector.stop();
    },
  };
}
