/** The little that this product asks of a database: PostgreSQL's SQL, and transactions that are whole. */
export interface Database {
  /** Runs one statement. Dates come back as `YYYY-MM-DD` text, times as `Date`, bigint as `number`. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** All of `work` happens, or none of it. */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

/** A database that takes many rows at once. */
export interface BulkDatabase extends Database {
  /**
   * Adds rows to a table, outside of any transaction.
   * @param rows pieces of whole lines in the text form of PostgreSQL's COPY: a line a row, tabs between, `\\N` for null.
   */
  copyIn(table: string, columns: readonly CopyColumn[], rows: AsyncIterable<string>): Promise<void>;
}

/** Both go into SQL, so they never come from outside. */
export interface CopyColumn {
  name: string;
  type: string;
}
