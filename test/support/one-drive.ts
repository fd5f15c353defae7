/** Stands in for a person's OneDrive: takes a file in ranges, as an upload session does, and gives one that was dropped. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OneDrive {
  /** A new place for a file, as `uploadInfo` of Teams tells it. */
  place(name: string): UploadInfo;
  /** The file, once it is whole. */
  file(place: UploadInfo): Buffer | undefined;
  /** Keeps a file that a person dropped into the chat. @returns what Teams attaches to their message. */
  dropped(name: string, content: string | Buffer, how?: DownloadMishap): object;
  /** How often a dropped file was asked for, with the headers that came. */
  downloads: Record<string, unknown>[];
  /** How many ranges it took for this place. */
  ranges(place: UploadInfo): number;
  /** Every following range is refused with this status; `undefined` mends it. */
  failWith(status: number | undefined): void;
  stop(): Promise<void>;
}

/** What goes wrong with a download. */
export interface DownloadMishap {
  status?: number;
  /** Sends whoever asks to another address. */
  location?: string;
  headers?: Record<string, string>;
  /** Breaks off after half of it. */
  brokenOff?: boolean;
}

export interface UploadInfo {
  contentUrl: string;
  name: string;
  uploadUrl: string;
  uniqueId: string;
  fileType: string;
}

/**
 * "Upload bytes to the upload session" (learn.microsoft.com/graph/api/driveitem-createuploadsession): each range begins
 * where the one before ended, 202 while more is missing, 201 for the last one, and 404 once the session is over.
 */
export async function startOneDrive(): Promise<OneDrive> {
  const sessions = new Map<string, { parts: Buffer[]; taken: number; whole: boolean; ranges: number }>();
  let failure: number | undefined;
  const take = ({ method, url = '', headers }: IncomingMessage, body: Buffer): number => {
    const session = sessions.get(url);
    if (failure) return failure;
    if (method !== 'PUT' || !session || session.whole) return 404;
    const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '');
    const [from = -1, to = -1, size = -1] = (range ?? []).slice(1).map(Number);
    if (from !== session.taken || to - from + 1 !== body.length) return 416;
    // "The size of each byte range must be a multiple of 320 KiB", but for the last.
    if (to + 1 < size && body.length % (320 * 1024) !== 0) return 400;
    session.parts.push(body);
    session.ranges++;
    session.taken = to + 1;
    session.whole = session.taken === size;
    return session.whole ? 201 : 202;
  };
  const drops = new Map<string, { content: string | Buffer; how: DownloadMishap }>();
  const downloads: OneDrive['downloads'] = [];
  const server = createServer(async (request, response) => {
    const drop = drops.get(request.url ?? '');
    if (drop && request.method === 'GET') {
      downloads.push(request.headers);
      const { status = 200, location, headers = {}, brokenOff } = drop.how;
      response.writeHead(location ? 302 : status, { ...headers, ...(location && { location }) });
      if (!brokenOff) return void response.end(drop.content);
      response.write(drop.content.slice(0, drop.content.length / 2));
      return void setTimeout(() => response.socket?.destroy(), 20);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.statusCode = take(request, Buffer.concat(chunks));
    response.end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sessionOf = ({ uploadUrl }: UploadInfo) => sessions.get(new URL(uploadUrl).pathname);
  return {
    place(name) {
      const path = `/session-${sessions.size + 1}`;
      sessions.set(path, { parts: [], taken: 0, whole: false, ranges: 0 });
      return {
        contentUrl: `${url}/Documents/${name}`,
        name,
        uploadUrl: `${url}${path}`,
        uniqueId: `{${path.slice(1)}}`,
        fileType: 'csv',
      };
    },
    downloads,
    dropped(name, content, how = {}) {
      const path = `/download/${drops.size + 1}?tempauth=secret`;
      drops.set(path, { content, how });
      return {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `${url}/personal/alex/Documents/${encodeURIComponent(name)}`,
        name,
        content: {
          downloadUrl: `${url}${path}`,
          uniqueId: `{dropped-${drops.size}}`,
          fileType: name.split('.').pop(),
        },
      };
    },
    file(place) {
      const session = sessionOf(place);
      return session?.whole ? Buffer.concat(session.parts) : undefined;
    },
    ranges: (place) => sessionOf(place)?.ranges ?? 0,
    failWith: (status) => {
      failure = status;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
