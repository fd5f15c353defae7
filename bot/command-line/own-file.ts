/** Writes what names people: the file is made for its owner only, and nothing is kept in memory. */
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Mistake } from './told.ts';

/** @throws Mistake when the file cannot be written. */
export async function writeOwnFile(path: string, parts: AsyncIterable<string>): Promise<void> {
  const file = await open(path, 'w', 0o600).catch((error: Error) => {
    throw new Mistake(`${path} cannot be written: ${error.message}`);
  });
  const stream = file.createWriteStream();
  for await (const part of parts) {
    if (!stream.write(part)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}
