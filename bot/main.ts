/** The service: settings, parts, demonstration data in the playground, jobs, HTTP, and an orderly end. */
import { pathToFileURL } from 'node:url';
import { type Config, loadConfig } from './config.ts';
import { DEMONSTRATION_PEOPLE, loadDemonstration } from './demo/demonstration-data.ts';
import { AssistantError } from './errors.ts';
import { createHttpServer, listen } from './http/server.ts';
import { createServices, type Services } from './services.ts';

export interface Running {
  services: Services;
  /** The port it listens on. */
  port: number;
  stop(): Promise<void>;
}

/** Starts the service. @throws AssistantError that says what to do. */
export async function startService(config: Config): Promise<Running> {
  const services = await createServices(config);
  if (config.playground) {
    await loadDemonstration(services.database, { now: new Date(), ...DEMONSTRATION_PEOPLE });
  }
  const http = createHttpServer(services);
  const server = await listen(http, config.host, config.port).catch(async (error) => {
    await services.close();
    throw error;
  });
  await services.startJobs();
  const address = server.address();
  return {
    services,
    port: typeof address === 'object' && address ? address.port : config.port,
    async stop() {
      await new Promise<void>((done) => http.close(() => done()));
      await services.close();
    },
  };
}

/** Runs until told to stop. What goes wrong at the start is one clear sentence and a failing exit code. */
async function main(): Promise<void> {
  try {
    const running = await startService(loadConfig());
    running.services.log.info({ port: running.port }, 'ready');
    const stop = () => void running.stop().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    console.error(error instanceof AssistantError ? error.message : error);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
