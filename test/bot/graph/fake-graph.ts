/**
 * The documented part of Microsoft Graph that is used, over real HTTP: users in pages, and the ways in which it says no.
 * Pages: learn.microsoft.com/graph/paging. Throttling: learn.microsoft.com/graph/throttling. With `signInActivity` a page
 * has 120 users at most: learn.microsoft.com/graph/api/user-list.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LARGEST_PAGE = 120;

/** What it does with one request in place of answering it. */
export type Mishap =
  | { throttle: number }
  | { status: number; code: string }
  | 'dropped'
  | 'half an answer'
  | 'silent'
  | 'link to another host';

export interface FakeGraph {
  url: string;
  /** The paths that were asked for, in order. */
  asked: string[];
  tokens: (string | undefined)[];
  users: Record<string, unknown>[];
  /** By the number of the request, from 1. */
  mishaps: Map<number, Mishap>;
  stop(): Promise<void>;
}

export async function startFakeGraph(users: Record<string, unknown>[]): Promise<FakeGraph> {
  const graph: FakeGraph = { url: '', asked: [], tokens: [], users, mishaps: new Map(), stop };
  const server = createServer((request, response) => {
    const link = new URL(request.url ?? '/', graph.url);
    graph.asked.push(`${link.pathname}${link.search}`);
    graph.tokens.push(request.headers.authorization);
    const mishap = graph.mishaps.get(graph.asked.length);
    if (mishap !== undefined && mishap !== 'link to another host') return befall(response, mishap);
    const page = pageOf(graph, link);
    if (mishap) page['@odata.nextLink'] = 'https://graph.evil.example/v1.0/users?$skiptoken=1';
    reply(response, 200, page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  graph.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  async function stop() {
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  }
  return graph;
}

/** Only what is selected is given, and a link to the rest. */
function pageOf({ url, users }: FakeGraph, link: URL): Record<string, unknown> {
  const selected = (link.searchParams.get('$select') ?? '').split(',');
  const size = Math.min(Number(link.searchParams.get('$top') ?? 100), LARGEST_PAGE);
  const from = Number(link.searchParams.get('$skiptoken') ?? 0);
  const value = users
    .slice(from, from + size)
    .map((user) => Object.fromEntries(Object.entries(user).filter(([name]) => selected.includes(name))));
  const next = new URL(link);
  next.searchParams.set('$skiptoken', String(from + size));
  return {
    '@odata.context': `${url}/v1.0/$metadata#users`,
    ...(from + size < users.length && { '@odata.nextLink': next.href }),
    value,
  };
}

function befall(response: ServerResponse, mishap: Exclude<Mishap, 'link to another host'>): void {
  if (mishap === 'silent') return;
  if (mishap === 'dropped') return void response.socket?.destroy();
  if (mishap === 'half an answer') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
    response.write('{"value":[{"userPrin');
    return void response.socket?.end();
  }
  if ('throttle' in mishap) {
    response.setHeader('retry-after', String(mishap.throttle));
    return reply(response, 429, problem('TooManyRequests'));
  }
  reply(response, mishap.status, problem(mishap.code));
}

function problem(code: string) {
  return { error: { code, message: 'As Graph words it.', innerError: { 'request-id': 'a-request' } } };
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

/** Users of an invented organisation, numbered. */
export function graphUsers(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `id-${at}`,
    userPrincipalName: `Person.${at}@north.example`,
    displayName: `Person ${at}`,
    userType: 'Member',
    accountEnabled: true,
    createdDateTime: '2022-03-01T09:00:00Z',
    companyName: 'N1',
    jobTitle: 'not asked for',
    signInActivity: {
      lastSuccessfulSignInDateTime: '2026-11-02T08:00:00Z',
      lastSuccessfulSignInRequestId: 'x',
    },
  }));
}
