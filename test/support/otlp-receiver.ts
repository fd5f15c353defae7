/** Stands in for a collector: takes traces and metrics as "OTLP/HTTP" sends them in JSON (opentelemetry.io/docs/specs/otlp). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Record<string, unknown>;
  failed: boolean;
}

export interface ReceivedPoint {
  metric: string;
  unit: string;
  attributes: Record<string, unknown>;
  /** A counter's or a gauge's value, or how often a histogram was added to. */
  value: number;
}

export interface OtlpReceiver {
  url: string;
  spans: ReceivedSpan[];
  points: ReceivedPoint[];
  /** Every request as it came, with its headers. */
  requests: { path: string; headers: Record<string, unknown>; body: string }[];
  /** The next requests are answered with this status. */
  answerWith(status: number): void;
  stop(): Promise<void>;
}

interface Value {
  stringValue?: string;
  intValue?: string | number;
  doubleValue?: number;
  boolValue?: boolean;
}
interface Attribute {
  key: string;
  value: Value;
}
interface Point {
  attributes?: Attribute[];
  asInt?: string | number;
  asDouble?: number;
  count?: string | number;
}

interface Points {
  dataPoints: Point[];
}
interface MetricsRequest {
  resourceMetrics: {
    scopeMetrics: {
      metrics: { name: string; unit: string; sum?: Points; gauge?: Points; histogram?: Points }[];
    }[];
  }[];
}
interface TraceRequest {
  resourceSpans: {
    scopeSpans: {
      spans: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        attributes?: Attribute[];
        status?: { code?: number };
      }[];
    }[];
  }[];
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const points: ReceivedPoint[] = [];
  const requests: OtlpReceiver['requests'] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      requests.push({ path: request.url ?? '', headers: request.headers, body });
      if (status === 200) {
        if (request.url === '/v1/traces') spans.push(...spansIn(JSON.parse(body)));
        if (request.url === '/v1/metrics') points.push(...pointsIn(JSON.parse(body)));
      }
      // What writeHead gives back is not the same once restify has been loaded.
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end('{}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    points,
    requests,
    answerWith(next) {
      status = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function spansIn(body: TraceRequest): ReceivedSpan[] {
  return body.resourceSpans
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .map(({ name, traceId, spanId, parentSpanId, attributes, status }) => ({
      name,
      traceId,
      spanId,
      ...(parentSpanId && { parentSpanId }),
      attributes: attributesOf(attributes),
      failed: status?.code === 2,
    }));
}

function pointsIn(body: MetricsRequest): ReceivedPoint[] {
  const metrics = body.resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap((scope) => scope.metrics),
  );
  return metrics.flatMap(({ name, unit, sum, gauge, histogram }) =>
    ((sum ?? gauge ?? histogram)?.dataPoints ?? []).map((point) => ({
      metric: name,
      unit,
      attributes: attributesOf(point.attributes),
      value: Number(point.asInt ?? point.asDouble ?? point.count),
    })),
  );
}

function attributesOf(attributes: readonly Attribute[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
