/** The service: settings, parts, demonstration data in the playground, jobs, HTTP, and an orderly end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { applyAdministratorsFile } from './administrators-file.ts';
import { type Config, loadConfig } from './config.ts';
import { DEMONSTRATION_PEOPLE, loadDemonstration } from './demo/demonstration-data.ts';
import { demonstrationFiles } from './demo/demonstration-report.ts';
import { AssistantError } from './errors.ts';
import { faultOf } from './fault.ts';
import { closeServer, createHttpServer, listen } from './http/server.ts';
import { createServices, type Services } from './services.ts';

/** A reply takes a second or two; an attempt to send one gives up after 15. */
const TURNS_END_WITHIN_MS = 20_000;
/** Less than what a supervisor waits before it kills: 60 seconds in deploy/. */
const STOPS_WITHIN_MS = 55_000;

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
  const http = createHttpServer({
    ...services,
    ...(config.playground && { demonstrationFiles: demonstrationFiles(config.timeZone) }),
  });
  const closed = async (error: unknown) => {
    await services.close();
    throw error;
  };
  const { guests } = await applyAdministratorsFile(config, services.database, new Date()).catch(closed);
  if (guests > 0) services.log.warn({ guests }, 'guests in ADMINISTRATORS_FILE get no access');
  const server = await listen(http, config.host, config.port).catch(closed);
  await services.startJobs();
  const address = server.address();
  return {
    services,
    port: typeof address === 'object' && address ? address.port : config.port,
    async stop() {
      services.drain();
      await sleep(config.shutdownGraceSeconds * 1000);
      await closeServer(http, TURNS_END_WITHIN_MS);
      await services.close();
    },
  };
}

/** Runs until told to stop. What goes wrong at the start is one clear sentence and a failing exit code. */
async function main(): Promise<void> {
  try {
    const running = await startService(loadConfig());
    const { log } = running.services;
    const stop = (code: number) => {
      log.info('stopping');
      setTimeout(() => {
        log.fatal('stopping took too long');
        process.exit(1);
      }, STOPS_WITHIN_MS).unref();
      void running.stop().then(() => process.exit(code));
    };
    process.once('SIGINT', () => stop(0));
    process.once('SIGTERM', () => stop(0));
    // Node would print the fault's text, and that may quote what somebody wrote.
    const broken = (error: unknown) => {
      log.fatal({ fault: faultOf(error) }, 'fault outside a turn');
      stop(1);
    };
    process.once('uncaughtException', broken);
    process.once('unhandledRejection', broken);
    // Last, so that whoever reads it may tell the service to stop.
    log.info({ port: running.port }, 'ready');
  } catch (error) {
    console.error(error instanceof AssistantError ? error.message : error);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
