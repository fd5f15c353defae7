/** Many rows at once: PostgreSQL's own COPY, or one insert for each piece of text where there is no COPY to be had. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { from } from 'pg-copy-streams';
import type { BulkDatabase, CopyColumn, Database } from '../../delivery/database.ts';

type CopyIn = BulkDatabase['copyIn'];

/** In characters. */
const COPY_PIECE = 32_000;
const INSERT_PIECE = 250_000;

/** Streams: what PostgreSQL has not taken yet is waited for, so memory does not grow with the rows. */
export function copyLines(pool: Pool): CopyIn {
  return async (table, columns, rows) => {
    const client = await pool.connect();
    let fault: Error | undefined;
    try {
      const copy = client.query(from(`copy ${table} (${namesOf(columns)}) from stdin`));
      await pipeline(Readable.from(bytesOf(rows), { objectMode: false }), copy);
    } catch (error) {
      fault = error as Error;
      throw error;
    } finally {
      // A connection in the middle of a COPY is of no more use.
      client.release(fault);
    }
  };
}

async function* bytesOf(rows: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of inPieces(rows, COPY_PIECE)) yield Buffer.from(text);
}

/** @param query waits until the rows are written. Between two pieces others have their turn. */
export function insertLines(query: Database['query']): CopyIn {
  return async (table, columns, rows) => {
    const values = columns.map(({ type }, at) => {
      const value = `field[${at + 1}]`;
      return type === 'text' ? `replace(${value}, E'\\\\\\\\', E'\\\\')` : `${value}::${type}`;
    });
    const insert = `insert into ${table} (${namesOf(columns)}) select ${values.join(', ')}
      from (select string_to_array(line, E'\\t', E'\\\\N') as field from string_to_table($1::text, E'\\n') line
        where line <> '') lines`;
    for await (const text of inPieces(rows, INSERT_PIECE)) await query(insert, [text]);
  };
}

/** A statement or a message for each small piece would take longer than the rows in it. */
async function* inPieces(rows: AsyncIterable<string>, length: number): AsyncGenerator<string> {
  let gathered = '';
  for await (const text of rows) {
    gathered += text;
    if (gathered.length < length) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered) yield gathered;
}

function namesOf(columns: readonly CopyColumn[]): string {
  return columns.map(({ name }) => name).join(', ');
}
