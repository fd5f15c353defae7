/** Turns the bytes of a file into text, whichever of the usual encodings they are in, without holding the file. */
import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { UnreadableFile } from './file-problem.ts';

/** The first bytes of a zip file, which .xlsx is too, and of the older .xls. */
const SPREADSHEETS = ['504b0304', 'd0cf11e0'];
/** More bytes than a UTF-8 character can lack where a piece of the file ends. */
const TAIL = 3;

/**
 * UTF-8 and UTF-16 with or without their mark, else Windows-1252. While all bytes are ASCII there is nothing to decide;
 * the first others decide it. A byte that does not fit after that becomes U+FFFD.
 * @throws UnreadableFile when it is a spreadsheet program's own file, or no text at all.
 */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held: Buffer = Buffer.alloc(0);
  let isBeginning = true;
  for await (const piece of bytes) {
    const chunk =
      held.length > 0
        ? Buffer.concat([held, piece])
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    held = chunk;
    if (chunk.length <= TAIL) continue;
    if (isBeginning) decoder = decoderFor(chunk.subarray(0, 4).toString('hex'));
    isBeginning = false;
    if (!decoder?.encoding.startsWith('utf-16') && chunk.includes(0)) {
      throw new UnreadableFile({ outcome: 'not-a-table' });
    }
    // Its last bytes alone could be the beginning of a character or a whole one: they wait for more.
    const certain = isAscii(chunk) ? chunk : chunk.subarray(0, -TAIL);
    if (decoder === undefined && isAscii(certain)) {
      held = chunk.subarray(certain.length);
      yield certain.toString('latin1');
      continue;
    }
    decoder ??= decoderOf(chunk);
    held = Buffer.alloc(0);
    yield decoder.decode(chunk, { stream: true });
  }
  decoder ??= decoderOf(held);
  yield decoder.decode(held);
}

/** @param beginning its first four bytes. @returns undefined when they do not tell. */
function decoderFor(beginning: string): TextDecoder | undefined {
  if (SPREADSHEETS.includes(beginning)) throw new UnreadableFile({ outcome: 'spreadsheet' });
  if (beginning.startsWith('efbbbf')) return new TextDecoder('utf-8');
  // Without a mark: every second byte of an English word is nothing.
  if (/^(fffe|(?!00)..00(?!00)..00)/.test(beginning)) return new TextDecoder('utf-16le');
  if (/^(feff|00(?!00)..00(?!00)..)/.test(beginning)) return new TextDecoder('utf-16be');
  return undefined;
}

/** A character that is cut in two at the end is no sign of another encoding. */
function decoderOf(chunk: Buffer): TextDecoder {
  const isUnicode = [0, 1, 2, 3].some((cut) => isUtf8(chunk.subarray(0, chunk.length - cut)));
  return new TextDecoder(isUnicode ? 'utf-8' : 'windows-1252');
}
