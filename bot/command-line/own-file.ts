/** Writes what names people: the file is for its owner only, and nothing is kept in memory. */
import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Mistake } from './told.ts';

/** @throws Mistake when the file cannot be written. */
export async function writeOwnFile(path: string, parts: AsyncIterable<string>): Promise<void> {
  const file = await openForOwner(path).catch((error: Error) => {
    throw new Mistake(`${path} cannot be written: ${error.message}`);
  });
  const stream = file.createWriteStream();
  try {
    await writeParts(stream, parts);
    stream.end();
    await finished(stream);
  } finally {
    stream.destroy();
  }
}

/** Waits while whoever reads is slower. The stream stays open. */
export async function writeParts(stream: NodeJS.WritableStream, parts: AsyncIterable<string>): Promise<void> {
  for await (const part of parts) {
    if (!stream.write(part)) await once(stream, 'drain');
  }
}

async function openForOwner(path: string): Promise<FileHandle> {
  const file = await open(path, 'w', 0o600);
  try {
    // A file that was there before keeps its mode; a device is nobody's to change.
    if ((await file.stat()).isFile()) await file.chmod(0o600);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
