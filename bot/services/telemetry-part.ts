/** What is measured of the service, where a collector is configured. */
import type { Logger } from 'pino';
import type { OpenDatabase } from '../database/open-database.ts';
import type { Telemetry, TelemetrySettings } from '../telemetry/telemetry.ts';
import { waitingIn } from '../telemetry/waiting.ts';

interface Deps {
  replica: string;
  opened: OpenDatabase;
  clock: () => Date;
  log: Logger;
}

/** Loaded only when it is used: reading its packages takes a moment. */
export async function startTelemetry(
  settings: TelemetrySettings | undefined,
  { replica, opened, clock, log }: Deps,
): Promise<Telemetry | undefined> {
  if (!settings) return undefined;
  const { startOtlp } = await import('../telemetry/otlp.ts');
  return startOtlp(settings, { replica, waiting: () => waitingIn(opened, clock()), log });
}
