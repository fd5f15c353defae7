/** For each column of the file: how its text is read, and which columns of a staged row that makes. */
import { copyText, NULL, ownCopy } from './copy-text.ts';
import {
  type Read,
  readAddress,
  readDay,
  readKind,
  readOdsCode,
  readStatus,
  readWords,
  readYesOrNo,
  saysNever,
} from './read-values.ts';
import type { ReportField } from './report-fields.ts';

/** What is wrong with a value. */
export interface BadValue {
  problem: string;
  american?: true;
}

export interface ColumnWriter {
  /** The columns of the staged row that it writes, each with its type. */
  columns: readonly { name: string; type: string }[];
  /** @returns the columns' values as COPY takes them. */
  write(text: string): string | BadValue;
}

const MOST_REMEMBERED = 5000;

interface Remembered {
  text: string;
  written: string | BadValue;
}

/** Dates, codes and statuses come again and again: each is read once, and one that is that of the row before is not looked up. */
function remembering(write: (text: string) => string | BadValue): (text: string) => string | BadValue {
  const known = new Map<string, Remembered>();
  let last: Remembered | undefined;

  function remember(text: string): Remembered {
    const own = ownCopy(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    const remembered = { text: own, written: write(own) };
    known.set(own, remembered);
    return remembered;
  }

  return (text) => {
    if (last?.text !== text) last = known.get(text) ?? remember(text);
    return last.written;
  };
}

function writing<T extends string | boolean | null>(read: (text: string) => Read<T>) {
  return (text: string): string | BadValue => {
    const found = read(text);
    return 'value' in found ? copyText(found.value) : found;
  };
}

const day = (name: string): ColumnWriter => ({
  columns: [{ name, type: 'date' }],
  write: remembering(writing(readDay)),
});
const text = (name: string, write: ColumnWriter['write']): ColumnWriter => ({
  columns: [{ name, type: 'text' }],
  write,
});

/** In the order of the staged columns. Fields that describe the organisation or the report itself write none. */
export function columnWriters(): Partial<Record<ReportField, ColumnWriter>> {
  return {
    address: text('address', writing(readAddress)),
    odsCode: text('ods_code', remembering(writing(readOdsCode))),
    displayName: text('display_name', writing(readWords)),
    kind: text('kind', remembering(writing(readKind))),
    status: text('status', remembering(writing(readStatus))),
    lastActiveOn: {
      columns: [
        { name: 'last_active_on', type: 'date' },
        { name: 'never_used', type: 'boolean' },
      ],
      write: remembering((used) => {
        if (saysNever(used)) return `${NULL}\tt`;
        const found = readDay(used);
        return 'value' in found ? `${copyText(found.value)}\tf` : found;
      }),
    },
    createdOn: day('created_on'),
    setUpComplete: {
      columns: [{ name: 'set_up_complete', type: 'boolean' }],
      write: remembering(writing(readYesOrNo)),
    },
    disabledOn: day('disabled_on'),
    deletedOn: day('deleted_on'),
    leaverOn: day('leaver_on'),
    passwordExpiresOn: day('password_expires_on'),
  };
}
