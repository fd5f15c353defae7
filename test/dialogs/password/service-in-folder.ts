/** The real service with its data in a folder, so that it can be killed and started again. */
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { loadConfig } from '../../../bot/config.ts';
import { createHttpServer, listen } from '../../../bot/http/server.ts';
import { createServices } from '../../../bot/services.ts';
import { handClock } from '../../delivery/sample-delivery.ts';
import { sharedKnowledge } from '../../support/assistant.ts';
import { openChat } from '../../support/chat.ts';
import type { Who } from '../../support/people.ts';
import { startTeamsConnector } from '../../support/teams-connector.ts';

/** It is 10:00 on 21 November 2026 again whenever it starts. */
export async function startInFolder(folder: string) {
  const connector = await startTeamsConnector();
  const clock = handClock();
  const config = loadConfig({ ASSISTANT_MODE: 'playground', DATA_FOLDER: folder, PORT: '0' }, {});
  const log = pino({ level: 'silent' });
  const services = await createServices(config, { clock: clock.now, log, knowledge: sharedKnowledge() });
  const http = createHttpServer(services);
  const server = await listen(http, '127.0.0.1', 0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    services,
    connector,
    clock,
    chat: (who: Who) => openChat(url, connector, who),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((done) => http.close(() => done()));
      await services.close();
      await connector.stop();
    },
  };
}
