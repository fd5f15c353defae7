/**
 * Comma-separated values (RFC 4180), a piece of text at a time. Written for speed: most lines have no quotation mark and
 * are split as they are. A line that is broken is told as such, and reading goes on with the next.
 */

/** A field that runs over more lines than this has lost its closing quotation mark. */
const MOST_LINES = 20;
const LONGEST_RECORD = 20_000;
const QUOTE = 34;
const CARRIAGE_RETURN = 13;

export interface RecordTaker {
  /** @param line where the record begins, from 1. The fields are as they stand, spaces and all. */
  record(line: number, fields: string[]): void;
  /** A line from which no fields can be made, and why. */
  broken(line: number, reason: string): void;
}

export interface CsvReader {
  push(text: string): void;
  /** After the last piece. */
  end(): void;
}

const SEPARATORS = [',', ';', '\t', '|'];
const NEVER_CLOSED = 'a quotation mark is opened and never closed';
const TOO_LONG = 'it is far too long';

/** Blank lines are passed over. The separator is the one that the first line has most of; Excel's `sep=;` decides too. */
export function createCsvReader(taker: RecordTaker): CsvReader {
  let separator: string | undefined;
  let rest = '';
  let line = 1;
  /** A line that is far too long was told: what is left of it is dropped, and never held. */
  let isInTooLong = false;

  /** @returns where the next record begins, or -1 when the text ends before this one does. */
  function take(text: string, start: number, isLast: boolean): number {
    let end = text.indexOf('\n', start);
    if (end < 0) {
      if (text.length - start > LONGEST_RECORD) {
        taker.broken(line, TOO_LONG);
        isInTooLong = true;
        return text.length;
      }
      if (!isLast) return -1;
      end = text.length;
    }
    const plain = text.slice(
      start,
      text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > start ? end - 1 : end,
    );
    if (separator === undefined && !chooseSeparator(plain)) {
      line += 1;
      return end + 1;
    }
    if (!plain.includes('"')) {
      if (plain.length > 0) taker.record(line, plain.split(separator as string));
      line += 1;
      return end + 1;
    }
    const quoted = takeQuoted(text, start, isLast);
    if (quoted !== undefined) return quoted;
    line += 1;
    return end + 1;
  }

  /** @returns false for a line that only names the separator. */
  function chooseSeparator(first: string): boolean {
    const named = /^"?sep=(.)"?$/i.exec(first)?.[1];
    const outside = first.replace(/"[^"]*"/g, '');
    const counts = SEPARATORS.map((each) => outside.split(each).length);
    separator = named ?? SEPARATORS[counts.indexOf(Math.max(...counts))];
    return named === undefined;
  }

  /** A record with a quotation mark in it. @returns undefined when it is broken, and has been told. */
  function takeQuoted(text: string, start: number, isLast: boolean): number | undefined {
    const fields: string[] = [];
    let at = start;
    let lines = 1;
    const broken = (reason: string) => {
      taker.broken(line, reason);
      return undefined;
    };
    while (true) {
      if (text.charCodeAt(at) === QUOTE) {
        let value = '';
        at += 1;
        while (true) {
          const quote = text.indexOf('"', at);
          if (quote < 0 || quote - start > LONGEST_RECORD) {
            const tooLong = text.length - start > LONGEST_RECORD;
            return isLast || tooLong ? broken(NEVER_CLOSED) : -1;
          }
          value += text.slice(at, quote);
          at = quote + 1;
          if (text.charCodeAt(at) !== QUOTE) break;
          value += '"';
          at += 1;
        }
        // Whether the next character is a second quotation mark can only be told once it is there.
        if (at >= text.length && !isLast) return -1;
        if (value.includes('\n')) lines += value.split('\n').length - 1;
        if (lines > MOST_LINES) return broken(NEVER_CLOSED);
        fields.push(value);
      } else {
        const end = endOfPlain(text, at);
        if (end < 0 && !isLast) return text.length - start > LONGEST_RECORD ? broken(TOO_LONG) : -1;
        const value = text.slice(at, end < 0 ? text.length : end);
        at += value.length;
        fields.push(value.endsWith('\r') ? value.slice(0, -1) : value);
      }
      if (text.charCodeAt(at) === CARRIAGE_RETURN) at += 1;
      if (at >= text.length) {
        if (!isLast) return -1;
        break;
      }
      const next = text[at];
      at += 1;
      if (next === '\n') break;
      if (next !== separator) return broken('a quotation mark stands in the middle of a value');
    }
    taker.record(line, fields);
    line += lines;
    return at;
  }

  /** Where a value without quotation marks ends. */
  function endOfPlain(text: string, from: number): number {
    const newline = text.indexOf('\n', from);
    const next = text.indexOf(separator as string, from);
    return next < 0 || (newline >= 0 && newline < next) ? newline : next;
  }

  /** @returns where the next line begins, or the text's end. */
  function afterTooLong(text: string): number {
    const end = text.indexOf('\n');
    if (end < 0) return text.length;
    isInTooLong = false;
    line += 1;
    return end + 1;
  }

  function read(text: string, isLast: boolean): void {
    let at = isInTooLong ? afterTooLong(text) : 0;
    while (at < text.length) {
      const next = take(text, at, isLast);
      if (next < 0) break;
      at = next;
    }
    rest = text.slice(at);
  }

  return {
    push: (text) => read(rest + text, false),
    end: () => read(rest, true),
  };
}
