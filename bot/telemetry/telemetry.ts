/**
 * What is measured of the service while it runs, for a collector that speaks the OpenTelemetry Protocol (OTLP). Off, no
 * part of it is loaded and nothing is wrapped. On, it tells of features, entries and times: never of text or of people.
 */

/** Words, numbers and yes or no. */
export type Attributes = Record<string, string | number | boolean>;

export interface Telemetry {
  /**
   * Runs `work` as a part of what is running: a span below the span around it.
   * @param end attributes that are known when it has ended well.
   */
  span<T>(
    name: string,
    attributes: Attributes,
    work: () => Promise<T>,
    end?: (result: T) => Attributes,
  ): Promise<T>;
  /** The same, where something runs already; otherwise no span. For parts that nobody looks at by themselves. */
  part<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T>;
  readonly counts: Counts;
  /** Sends what is left. Waits a few seconds at most. */
  stop(): Promise<void>;
}

/** Every instrument. `docs/runbook.md` says what to make of each. */
export interface Counts {
  turn(attributes: { feature: string; outcome: string; masked: boolean }, seconds: number): void;
  turnFailed(code: string): void;
  requestRefused(status: number): void;
  send(attributes: { kind: string; result: string }): void;
  query(attributes: { operation: string; failed: boolean }, seconds: number): void;
}

export interface TelemetrySettings {
  /** The collector's address, such as `http://127.0.0.1:4318`. */
  endpoint: string;
  /** Sent with everything, such as a key. */
  headers: Readonly<Record<string, string>>;
  /** How many traces of a hundred percent are kept, from 0 to 1. */
  traceRatio: number;
}

/** What the ledger holds at a moment. */
export interface Waiting {
  /** Messages on their way, by state. */
  byState: Readonly<Record<string, number>>;
  /** How many of them could be sent now, and for how many seconds the oldest has been waiting. */
  due: number;
  oldestDueSeconds: number;
}
