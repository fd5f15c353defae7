/**
 * Reads a file that a person dropped into the chat, from where Teams keeps it: an address that is itself the permission,
 * so no token goes with it, and it is never logged and never kept.
 */
import { type DroppedFile, FileNotRead } from '../../dialogs/person-files.ts';
import { hostIsAllowed } from '../turn/admit.ts';

/** All of it: Teams waits for an answer for some 15 seconds. */
const WITHIN_MS = 10_000;
const MOST_REDIRECTS = 3;

/** Given to `createPersonFiles` as `read`. */
export async function* readDroppedFile(
  allowedHosts: readonly string[],
  { downloadUrl }: DroppedFile,
  most: number,
): AsyncGenerator<Uint8Array> {
  const body = await open(downloadUrl, allowedHosts, most, AbortSignal.timeout(WITHIN_MS));
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      // What is announced may be less than what comes.
      if (bytes > most) throw new FileNotRead('too-large');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FileNotRead ? error : new FileNotRead('not-there');
  }
}

async function open(
  url: string,
  allowedHosts: readonly string[],
  most: number,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    // Each step is checked: a redirect is how an allowed address leads to one that is not.
    if (!hostIsAllowed(at, allowedHosts)) throw new FileNotRead('not-allowed');
    const response = await get(at, signal);
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next) {
      await response.body?.cancel();
      at = URL.parse(next, at)?.href ?? '';
      continue;
    }
    // Packed, a few bytes become millions: it was asked for as it is.
    const isPacked = (response.headers.get('content-encoding') ?? 'identity') !== 'identity';
    const isTooLarge = Number(response.headers.get('content-length') ?? 0) > most;
    if (response.ok && response.body && !isPacked && !isTooLarge) return response.body;
    await response.body?.cancel();
    throw new FileNotRead(isTooLarge ? 'too-large' : 'not-there');
  }
  throw new FileNotRead('not-there');
}

async function get(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { headers: { 'accept-encoding': 'identity' }, redirect: 'manual', signal });
  } catch {
    throw new FileNotRead('not-there');
  }
}
