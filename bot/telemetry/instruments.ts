/** The instruments by their names and units. A test holds them against `docs/runbook.md`. */
import type { Meter } from '@opentelemetry/api';
import type { Counts, Waiting } from './telemetry.ts';

/** Seconds: a turn is to be answered within a second or two, a query within milliseconds. */
const TURN_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const QUERY_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createCounts(meter: Meter): Counts {
  const turns = meter.createCounter('assistant.turns', {
    unit: '{turn}',
    description:
      'Messages and buttons that were answered, by feature, outcome and whether a secret was masked.',
  });
  const turnSeconds = meter.createHistogram('assistant.turn.duration', {
    unit: 's',
    description: 'From the request to the reply.',
    advice: { explicitBucketBoundaries: TURN_SECONDS },
  });
  const failures = meter.createCounter('assistant.turns.failed', {
    unit: '{turn}',
    description: 'Turns that ended with calm words and a reference, by the code of the fault.',
  });
  const refusals = meter.createCounter('assistant.requests.refused', {
    unit: '{request}',
    description: 'Requests that were not let in, by their status.',
  });
  const sends = meter.createCounter('assistant.sends', {
    unit: '{attempt}',
    description: 'Attempts to send what nobody typed for, by kind and by what Teams made of it.',
  });
  const querySeconds = meter.createHistogram('db.client.operation.duration', {
    unit: 's',
    description: 'Statements and transactions, by operation and whether they failed.',
    advice: { explicitBucketBoundaries: QUERY_SECONDS },
  });
  return {
    turn(attributes, seconds) {
      turns.add(1, attributes);
      turnSeconds.record(seconds, { feature: attributes.feature });
    },
    turnFailed: (code) => failures.add(1, { code }),
    requestRefused: (status) => refusals.add(1, { status }),
    send: (attributes) => sends.add(1, attributes),
    query({ operation, failed }, seconds) {
      querySeconds.record(seconds, {
        'db.system.name': 'postgresql',
        'db.operation.name': operation,
        ...(failed && { 'error.type': 'failed' }),
      });
    },
  };
}

/** The ledger is one for all replicas: each tells the same, so a dashboard takes the largest. */
export function observeWaiting(meter: Meter, waiting: () => Promise<Waiting>): void {
  const byState = meter.createObservableGauge('assistant.messages.waiting', {
    unit: '{message}',
    description: 'Messages of the ledger that are on their way, by state.',
  });
  const due = meter.createObservableGauge('assistant.messages.due', {
    unit: '{message}',
    description: 'Messages that could be sent now.',
  });
  const oldest = meter.createObservableGauge('assistant.messages.oldest_due', {
    unit: 's',
    description: 'How long the oldest of them has been waiting.',
  });
  meter.addBatchObservableCallback(
    async (result) => {
      const now = await waiting();
      for (const [state, count] of Object.entries(now.byState)) result.observe(byState, count, { state });
      result.observe(due, now.due);
      result.observe(oldest, now.oldestDueSeconds);
    },
    [byState, due, oldest],
  );
}

export function observeProcess(meter: Meter): void {
  meter
    .createObservableGauge('process.memory.usage', {
      unit: 'By',
      description: 'Memory that the process holds.',
    })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
}
