/** Writes every row that cannot be used to a file for its owner: there may be more of them than memory holds. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { BYTE_ORDER_MARK, csvLine } from '../../../../delivery/csv.ts';
import type { RowProblem } from '../../../../hygiene/report-file/row-reader.ts';
import { Mistake } from '../../told.ts';

/** In characters. */
const WRITE_AT_ONCE = 64_000;

export interface BadRows {
  add(problem: RowProblem): void;
  close(): void;
}

/** @throws Mistake when the file cannot be written. */
export function openBadRows(path: string): BadRows {
  const file = opened(path);
  let waiting = BYTE_ORDER_MARK + csvLine(['Line', 'Column', 'Reason']);
  const write = () => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    add({ line, column, reason }) {
      waiting += csvLine([line, column, reason]);
      if (waiting.length > WRITE_AT_ONCE) write();
    },
    close() {
      write();
      closeSync(file);
    },
  };
}

function opened(path: string): number {
  try {
    return openSync(path, 'w', 0o600);
  } catch (error) {
    throw new Mistake(`${path} cannot be written: ${(error as Error).message}`);
  }
}
