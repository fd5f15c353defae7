/** `npm start`: the service with its demonstration, and Microsoft 365 Agents Playground to chat with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Config, childEnvironment, loadConfig } from './config.ts';
import { AssistantError } from './errors.ts';
import { type Running, startService } from './main.ts';

const THINGS_TO_TRY = ['can I use my own phone for nhsmail', 'what DSPT stage are we', 'hygiene report'];
const PLAYGROUND_START_MS = 60_000;
/** The playground's people, who are the demonstration's. */
const PEOPLE = fileURLToPath(new URL('./demo/playground.yml', import.meta.url));
const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href;

async function main(): Promise<void> {
  let running: Running | undefined;
  let playground: ChildProcess | undefined;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    playground?.kill('SIGTERM');
    await running?.stop();
    process.exit(code);
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  try {
    const config = loadConfig({
      ASSISTANT_MODE: 'playground',
      LOG_LEVEL: process.argv.includes('--verbose') ? 'info' : 'warn',
    });
    for (const port of [config.port, config.playgroundPort]) await checkIsFree(config.host, port);
    console.log('Starting. The first time takes a few seconds longer.');
    running = await startService(config);
    playground = startPlayground(config);
    playground.once('exit', () => {
      if (stopping) return;
      console.error('The Agents Playground stopped. Stopping the service too.');
      void stop(1);
    });
    await waitUntilOpen(config.host, config.playgroundPort);
    console.log(welcome(config));
  } catch (error) {
    console.error(error instanceof AssistantError ? error.message : error);
    await stop(1);
  }
}

function startPlayground(config: Config): ChildProcess {
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const endpoint = `http://${config.host}:${config.port}/api/messages`;
  const options = ['start', '-e', endpoint, '-c', 'msteams', '-p', String(config.playgroundPort), '--dt'];
  return spawn(process.execPath, ['--import', END_WITH_PARENT, cli, ...options], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: childEnvironment({
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: PEOPLE,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(resolve(config.dataFolder), 'playground.log'),
      SEND_INSTALLATION_ACTIVITY: 'true',
      // The address is printed instead: it works with no display.
      TEAMSAPPTESTER_BROWSER: 'none',
    }),
  });
}

function welcome({ host, playgroundPort }: Config): string {
  const tries = THINGS_TO_TRY.map((each) => `  ${each}`).join('\n');
  return `\nOpen http://${host}:${playgroundPort} and try:\n${tries}\n\nPress Ctrl-C to stop.`;
}

async function checkIsFree(host: string, port: number): Promise<void> {
  if (await isOpen(host, port)) {
    throw new AssistantError(
      'PORT_IN_USE',
      `Port ${port} is taken by another program. Stop it, or choose others: PORT=3979 PLAYGROUND_PORT=56151 npm start`,
    );
  }
}

async function waitUntilOpen(host: string, port: number): Promise<void> {
  const deadline = Date.now() + PLAYGROUND_START_MS;
  while (!(await isOpen(host, port))) {
    if (Date.now() > deadline)
      throw new AssistantError('PORT_IN_USE', 'The Agents Playground did not start in a minute.');
    await sleep(100);
  }
}

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const connection = createConnection({ host, port });
    connection.once('connect', () => {
      connection.destroy();
      done(true);
    });
    connection.once('error', () => done(false));
  });
}

await main();
