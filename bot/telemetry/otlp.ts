/** Telemetry over OTLP. Loaded only where a collector is configured. */
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { createCounts, observeProcess, observeWaiting } from './instruments.ts';
import type { Attributes, Telemetry, TelemetrySettings, Waiting } from './telemetry.ts';

const NAME = 'nhsmail-assistant';
const STOP_WITHIN_MS = 5000;
const COMPLAIN_EVERY_MS = 10 * 60_000;

export interface OtlpParts {
  /** Tells this replica from others. */
  replica: string;
  /** Asked at each export. */
  waiting: () => Promise<Waiting>;
  log: Logger;
  /** How often metrics are sent. */
  everyMs?: number;
}

export function startOtlp(settings: TelemetrySettings, parts: OtlpParts): Telemetry {
  const { replica, waiting, log, everyMs = 60_000 } = parts;
  complainSeldom(log);
  const resource = resourceFromAttributes({ 'service.name': NAME, 'service.instance.id': replica });
  const to = (signal: string) => ({
    url: `${settings.endpoint}/v1/${signal}`,
    headers: { ...settings.headers },
  });
  const tracers = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.traceRatio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(to('traces')) })],
  });
  const meters = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter(to('metrics')),
        exportIntervalMillis: everyMs,
        exportTimeoutMillis: Math.min(everyMs, 10_000),
      }),
    ],
  });
  const tracer = tracers.getTracer(NAME);
  const meter = meters.getMeter(NAME);
  observeWaiting(meter, waiting);
  observeProcess(meter);
  // What runs now, without touching what other libraries in the process do.
  const running = new AsyncLocalStorage<Context>();

  async function below<T>(
    around: Context,
    name: string,
    attributes: Attributes,
    work: () => Promise<T>,
    end?: (result: T) => Attributes,
  ): Promise<T> {
    const span = tracer.startSpan(name, { attributes }, around);
    try {
      const result = await running.run(trace.setSpan(around, span), work);
      if (end) span.setAttributes(end(result));
      return result;
    } catch (error) {
      fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  }

  return {
    span: (name, attributes, work, end) =>
      below(running.getStore() ?? ROOT_CONTEXT, name, attributes, work, end),
    part(name, attributes, work) {
      const around = running.getStore();
      return around ? below(around, name, attributes, work) : work();
    },
    counts: createCounts(meter),
    async stop() {
      const stopped = Promise.allSettled([tracers.shutdown(), meters.shutdown()]);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((done) => {
        timer = setTimeout(done, STOP_WITHIN_MS);
      });
      await Promise.race([stopped, late]);
      clearTimeout(timer);
    },
  };
}

/** The kind of the fault. Its message may quote what somebody wrote. */
function fail(span: Span, error: unknown): void {
  const kind = error instanceof Error ? error.name : 'unknown';
  const code = error instanceof Error && 'code' in error ? String(error.code) : kind;
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** A collector that cannot be reached is told once in a while, and never in its own words: they may hold its key. */
function complainSeldom(log: Logger): void {
  let last = Number.NEGATIVE_INFINITY;
  const complain = () => {
    if (performance.now() - last < COMPLAIN_EVERY_MS) return;
    last = performance.now();
    log.warn('telemetry not taken');
  };
  const silent = () => {};
  diag.setLogger(
    { error: complain, warn: silent, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
}
