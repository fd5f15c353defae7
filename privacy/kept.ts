/** What is kept, why, for how long, and what becomes of it when the person asks for it to be deleted. */

/** Retention periods, in days. */
export interface RetentionPeriods {
  /** Where somebody is in a conversation, and replies that were not sent. */
  conversations: number;
  /** Persons who have not been seen. */
  people: number;
  /** Messages that nobody typed for, with what came of them. */
  messages: number;
  /** What came of each turn, without the text and without who. */
  statistics: number;
  /** What people wrote about an answer and agreed to send. */
  feedback: number;
  /** Questions that people sent to their organisation's helpers, with the answers. */
  tickets: number;
  /** What administrators did, and which accounts were flagged. */
  audit: number;
}

export type Period = keyof RetentionPeriods;

/** A table, in words that a person and an approver can read. */
export interface Kept {
  table: string;
  /** Completes "I keep …". */
  what: string;
  why: string;
  /** When a row ends. */
  ends:
    | {
        after: Period;
        /** The column, or an expression over the row, from which the days are counted. */
        from: string;
        /** Only these rows end; the others still have something to do. SQL over the row. */
        only?: string;
      }
    /** It ends with the row it belongs to (a foreign key sees to it), or by something that is named. */
    | { by: string };
  /** Which rows are about a person: SQL over the row, with `$1` their tenant, `$2` their id, `$3` their address or null. */
  about?: string;
  /** What is done when the person asks. `kept` says why not: the reason is read by people. */
  onRequest?: 'deleted' | { kept: string };
  /** Of the rows about a person only these are deleted on request. SQL over the row. */
  deleteOnly?: string;
}
