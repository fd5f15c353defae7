/** The HTTP service. What it answers to a caller is written here: no internal text ever leaves. */
import type { Server as HttpServer } from 'node:http';
import { setImmediate as immediate } from 'node:timers/promises';
import restify from 'restify';
import { AssistantError } from '../errors.ts';
import type { Readiness } from '../readiness.ts';

const BODY_LIMIT = 1_000_000;
const JSON_TYPE = 'application/json';

/** What each status says. Nothing of the fault itself is among it. */
const WORDS: Readonly<Record<number, string>> = {
  400: 'The request is not a Bot Framework activity.',
  401: 'The request has no valid token.',
  403: 'The request is not allowed.',
  404: 'There is nothing here.',
  405: 'This address takes POST only.',
  413: 'The request is larger than 1 MB.',
  415: 'Send JSON that is not packed.',
  429: 'Too many requests. Try again later.',
  503: 'The service is not ready.',
};

export interface Routes {
  /** Takes what Teams sent. @returns the status and body for the caller. */
  receive(authorization: string, body: unknown): Promise<{ status: number; body?: unknown }>;
  /** Whether messages can be taken. */
  readiness(): Promise<Readiness>;
  /** In the playground only: files to try things with, by their names. */
  demonstrationFiles?: Readonly<Record<string, () => string>>;
}

export function createHttpServer({ receive, readiness, demonstrationFiles = {} }: Routes): restify.Server {
  const server = restify.createServer({ name: 'nhsmail-assistant', handleUncaughtExceptions: false });
  // Before any of the body is read: a packed body could be far larger than the limit, and a form is written to disk.
  server.pre((request, response, next) => {
    const isPlainJson = !request.headers['content-encoding'] && request.contentType() === JSON_TYPE;
    if (request.method !== 'POST' || isPlainJson) return next();
    refuse(response, 415);
    return next(false);
  });
  server.use(restify.plugins.bodyParser({ maxBodySize: BODY_LIMIT, mapParams: false }));

  server.post('/api/messages', async (request, response) => {
    const { status, body } = await receive(request.headers.authorization ?? '', request.body);
    if (status >= 400 && body === undefined) refuse(response, status);
    else response.send(status, body);
  });
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request, response) => {
    const { ready, checks } = await readiness();
    if (ready) response.send(200, { status: 'ready', checks });
    else response.send(503, { error: WORDS[503], checks });
  });

  for (const [name, content] of Object.entries(demonstrationFiles)) {
    server.get(`/demonstration/${name}`, async (_request, response) => {
      response.sendRaw(200, content(), { 'content-type': 'text/csv; charset=utf-8' });
    });
  }

  // Faults of restify itself: unknown paths, broken JSON, bodies that are too large.
  server.on('restifyError', (_request, response, error: { statusCode?: number }, done: () => void) => {
    refuse(response, error.statusCode ?? 500);
    done();
  });
  return server;
}

function refuse(response: restify.Response, status: number): void {
  if (response.headersSent) return;
  response.send(status, { error: WORDS[status] ?? 'Something went wrong.' });
}

/**
 * Starts listening.
 * @throws AssistantError `PORT_IN_USE` that names the port.
 */
export function listen(server: restify.Server, host: string, port: number): Promise<HttpServer> {
  return new Promise((done, fail) => {
    // restify passes its inner server's errors on, and one that nobody takes here would end the process.
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return fail(error);
      fail(
        new AssistantError(
          'PORT_IN_USE',
          `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another number.`,
        ),
      );
    });
    server.listen(port, host, () => done(server.server as HttpServer));
  });
}

/** Once it is told to close, no new connection is taken; whoever is being answered gets the answer. */
const SWEEP_EVERY_MS = 50;

/**
 * Ends the server when all that is under way is answered.
 * @param withinMs after that, connections that are still open are cut.
 */
export async function closeServer(server: restify.Server, withinMs: number): Promise<void> {
  const inner = server.server as HttpServer;
  // Whoever connected while something else kept the process busy is let in first; they would be cut off.
  await immediate();
  // A connection that is kept alive has nothing under way once its answer is out.
  const sweep = setInterval(() => inner.closeIdleConnections(), SWEEP_EVERY_MS);
  const cut = setTimeout(() => inner.closeAllConnections(), withinMs);
  await new Promise<void>((done) => server.close(() => done()));
  clearInterval(sweep);
  clearTimeout(cut);
}
