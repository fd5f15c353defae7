/** The little that this product asks of a database: PostgreSQL's SQL, and transactions that are whole. */
export interface Database {
  /** Runs one statement. Dates come back as `YYYY-MM-DD` text, times as `Date`, bigint as `number`. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** All of `work` happens, or none of it. */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;
}
