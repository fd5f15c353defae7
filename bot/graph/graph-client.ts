/** Asks Microsoft Graph for one page of a list: with a token, waiting as long as Graph asks for, and from no other host. */
import type { TokenCredential } from '@azure/identity';
import { AssistantError } from '../errors.ts';

const TIMEOUT_MS = 60_000;
/** Of one page, whatever went wrong each time. */
const MAX_TRIES = 8;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** `expired`: the link was too old, so the list has to be read from its beginning. */
export type GraphPage = { outcome: 'page'; values: unknown[]; nextLink?: string } | { outcome: 'expired' };

export interface GraphClient {
  /** @throws AssistantError `GRAPH_REFUSED` or `GRAPH_UNAVAILABLE`, saying what to do. */
  page(link: string): Promise<GraphPage>;
}

export interface GraphClientParts {
  /** Where Graph is, such as `https://graph.microsoft.com`. */
  url: string;
  /** Undefined for a stand-in on this machine, which asks for no token. */
  credential: TokenCredential | undefined;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  /** From 0 to below 1, for the jitter. */
  random?: () => number;
}

interface Answer {
  /** Undefined when nothing came back that can be read. */
  status?: number;
  body: { value?: unknown; '@odata.nextLink'?: unknown; error?: { code?: unknown } };
  retryAfterMs?: number;
}

/** Graph's codes for a link that is no longer good: learn.microsoft.com/graph/paging, and what is seen of it. */
const EXPIRED =
  /^(Directory_ExpiredPageToken|DirectoryPageTokenNotFoundException|Request_BadRequest_SkipToken)$/i;
const WORTH_ANOTHER_TRY = [408, 429, 500, 502, 503, 504, 509];

export function createGraphClient(parts: GraphClientParts): GraphClient {
  const { url, wait, random = Math.random } = parts;
  const { origin } = new URL(url);

  async function ask(link: string): Promise<Answer> {
    const headers = { accept: 'application/json', ...(await authorization(parts.credential, origin)) };
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(link, { headers, redirect: 'error', signal });
      const body = (await response.json()) as Answer['body'] | null;
      const retryAfterMs = millisecondsIn(response.headers.get('retry-after'));
      return {
        status: response.status,
        body: body ?? {},
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      };
    } catch {
      return { body: {} };
    }
  }

  return {
    async page(link) {
      if (URL.parse(link)?.origin !== origin) {
        throw new AssistantError(
          'GRAPH_REFUSED',
          `Graph gave a link to another place than ${origin}. It was not followed.`,
        );
      }
      for (let attempt = 1; ; attempt++) {
        const answer = await ask(link);
        const end = endOf(answer);
        if (end) return end;
        if (attempt === MAX_TRIES) throw gaveUp(answer.status);
        await wait(answer.retryAfterMs ?? backoff(attempt, random));
      }
    },
  };
}

/** @returns undefined when it is worth another try. */
function endOf({ status, body }: Answer): GraphPage | undefined {
  if (status === undefined || WORTH_ANOTHER_TRY.includes(status)) return undefined;
  if (status === 200) {
    if (!Array.isArray(body.value)) return undefined;
    const nextLink = body['@odata.nextLink'];
    return { outcome: 'page', values: body.value, ...(typeof nextLink === 'string' && { nextLink }) };
  }
  const code = String(body.error?.code ?? '');
  if (EXPIRED.test(code) || status === 410) return { outcome: 'expired' };
  throw refused(status, code);
}

/** @see learn.microsoft.com/graph/errors for the codes. */
function refused(status: number, code: string): AssistantError {
  const told = `Graph answered ${status}${/^\w+$/.test(code) ? ` (${code})` : ''}.`;
  if (/NonPremiumTenant/i.test(code)) {
    return new AssistantError(
      'GRAPH_REFUSED',
      `${told} The last sign-in needs Microsoft Entra ID P1 in this tenant.`,
    );
  }
  if (status === 403) {
    return new AssistantError(
      'GRAPH_REFUSED',
      `${told} Grant the application permissions User.Read.All and AuditLog.Read.All, and have an administrator of the tenant consent to them.`,
    );
  }
  if (status === 401) {
    return new AssistantError(
      'GRAPH_REFUSED',
      `${told} Check the MICROSOFT_APP_ settings and the tenant that they name.`,
    );
  }
  return new AssistantError(
    'GRAPH_REFUSED',
    `${told} Check GRAPH_ORGANISATION_FROM: Graph has to know that property.`,
  );
}

function gaveUp(status: number | undefined): AssistantError {
  const last = status === undefined ? 'gave no answer' : `answered ${status}`;
  return new AssistantError(
    'GRAPH_UNAVAILABLE',
    `Graph ${last} ${MAX_TRIES} times for one page. What was read is kept: run the command again to go on from there.`,
  );
}

async function authorization(credential: TokenCredential | undefined, origin: string) {
  if (!credential) return {};
  try {
    const token = await credential.getToken(`${origin}/.default`);
    if (token) return { authorization: `Bearer ${token.token}` };
  } catch (cause) {
    throw noToken(cause);
  }
  throw noToken(undefined);
}

function noToken(cause: unknown): AssistantError {
  return new AssistantError(
    'GRAPH_REFUSED',
    'Entra gave no token for Graph. Check the MICROSOFT_APP_ settings.',
    { cause },
  );
}

function backoff(attempt: number, random: () => number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS) * (0.5 + random());
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). Graph gives seconds. */
function millisecondsIn(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : undefined;
}
