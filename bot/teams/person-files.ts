/**
 * Writes a file where Teams said that the person keeps it: an upload session of their OneDrive, which takes the file in
 * ranges and needs no token, because its address is the permission. So the address is never logged and never kept.
 */
import type { PersonFiles, UploadPlace } from '../../dialogs/person-files.ts';
import { hostIsAllowed } from '../turn/admit.ts';
import { readDroppedFile } from './read-dropped-file.ts';

/** "Upload large files with an upload session" (Microsoft Graph): a multiple of 320 KiB, and less than 60 MiB. */
const RANGE_BYTES = 10 * 320 * 1024;
const TIMEOUT_MS = 10_000;
/** A turn that is answered again asks again within a moment. */
const REMEMBER_MS = 60_000;

export function createPersonFiles(deps: { allowedFileHosts: readonly string[] }): PersonFiles {
  const written = new Map<string, Promise<boolean>>();
  return {
    read: (file, most) => readDroppedFile(deps.allowedFileHosts, file, most),
    write(place, sizeInBytes, parts) {
      const already = written.get(place.uploadUrl);
      if (already) return already;
      const result = upload(deps.allowedFileHosts, place, sizeInBytes, parts);
      written.set(place.uploadUrl, result);
      setTimeout(() => written.delete(place.uploadUrl), REMEMBER_MS).unref();
      return result;
    },
  };
}

async function upload(
  allowedHosts: readonly string[],
  { uploadUrl }: UploadPlace,
  size: number,
  parts: AsyncIterable<string>,
): Promise<boolean> {
  if (!hostIsAllowed(uploadUrl, allowedHosts)) return false;
  let from = 0;
  for await (const range of ranges(parts)) {
    const to = from + range.length;
    if (to > size || !(await put(uploadUrl, range, `bytes ${from}-${to - 1}/${size}`))) return false;
    from = to;
  }
  // Fewer bytes than were announced: the session never ends, and OneDrive lets it expire.
  return from === size;
}

/** Tried a second time when nobody answered: a connection that was kept open may have been closed meanwhile. */
async function put(uploadUrl: string, range: Buffer<ArrayBuffer>, contentRange: string): Promise<boolean> {
  const first = await tryToPut(uploadUrl, range, contentRange);
  const status = first ?? (await tryToPut(uploadUrl, range, contentRange));
  // "Range not satisfiable" to the second attempt: the first one had arrived.
  return status !== undefined && (status < 300 || (first === undefined && status === 416));
}

/** @returns the status, or undefined when nobody answered. */
async function tryToPut(
  uploadUrl: string,
  body: Buffer<ArrayBuffer>,
  contentRange: string,
): Promise<number | undefined> {
  try {
    const response = await fetch(uploadUrl, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'content-range': contentRange },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}

/** The text in ranges of one size, of which only the last is shorter. */
async function* ranges(parts: AsyncIterable<string>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let waiting: Buffer<ArrayBuffer> = Buffer.alloc(0);
  for await (const part of parts) {
    waiting = Buffer.concat([waiting, Buffer.from(part)]);
    while (waiting.length >= RANGE_BYTES) {
      yield waiting.subarray(0, RANGE_BYTES);
      waiting = waiting.subarray(RANGE_BYTES);
    }
  }
  if (waiting.length > 0) yield waiting;
}
