/** What speaks with Teams: the client of its service, the count of requests to it, and the adapter with its token check. */
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { faultOf } from '../fault.ts';
import { TeamsAdapter } from '../teams/adapter.ts';
import { createConnectorClient } from '../teams/connector-client.ts';
import { credentialFor } from '../teams/credentials.ts';
import { createRequestMeter } from '../teams/request-meter.ts';
import { createTokenCheck } from '../teams/token-check.ts';

interface Deps {
  database: OpenDatabase;
  clock: () => Date;
  wait: (ms: number) => Promise<void>;
  log: Logger;
}

export function createTeamsParts(config: Config, { database, clock, wait, log }: Deps) {
  const credential = credentialFor(config.identity);
  const meter = createRequestMeter(database, clock, (error) =>
    log.error({ fault: faultOf(error) }, 'requests not counted'),
  );
  const connector = createConnectorClient({
    credential,
    allowedServiceHosts: config.allowedServiceHosts,
    onRequest: meter.count,
  });
  const checkToken =
    config.identity.type === 'none'
      ? undefined
      : createTokenCheck(config.identity.appId, config.botOpenIdMetadata, clock);
  const adapter = new TeamsAdapter(checkToken, connector, wait);
  return { meter, connector, adapter };
}
