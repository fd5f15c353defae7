/** A hundred people who each write now and then, about everything, for as long as the run lasts. */
import { setTimeout as sleep } from 'node:timers/promises';

export const TENANT = '00000000-0000-0000-0000-0000000000001';
export const PEOPLE = 100;
/** Between two messages of one person: together they write 20 in a second. */
const PAUSE_MS = 5000;
const SORRY = 'something went wrong';

/** What people say and press, in the order in which each of them goes through it; a `.` in front is a button. */
const THINGS = [
  'can I use my own phone for nhsmail',
  'how long must my password be',
  'is my account at risk',
  'what DSPT stage are we',
  'what does [secure] do',
  'stop',
  "I'm going on maternity leave",
  '.hygiene.askabsence',
  'hygiene report',
  'when does my password run out',
  'two months ago',
  'my password is Tulip-Winter-2026',
  'show me the policy',
  'section 3.2',
  '.help.menu',
  'can someone bake me a cake',
  "my colleague's account has gone",
  'what do you know about me',
];

export interface Traffic {
  turns: number;
  faults: string[];
}

/** @param connectorUrl where the assistant sends what nobody typed for. */
export async function chatUntil(stop: AbortSignal, port: number, connectorUrl: string): Promise<Traffic> {
  const traffic: Traffic = { turns: 0, faults: [] };
  const post = async (person: number, activity: Record<string, unknown>) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...envelope(person, connectorUrl), ...activity }),
    });
    const body = await response.text();
    traffic.turns++;
    if (response.status !== 200 || body.includes(SORRY)) {
      traffic.faults.push(`${response.status} to ${JSON.stringify(activity)}: ${body.slice(0, 200)}`);
    }
  };
  const person = async (number: number) => {
    await post(number, { type: 'installationUpdate', action: 'add' });
    await pause(stop, (PAUSE_MS * number) / PEOPLE);
    for (let turn = number; !stop.aborted; turn++) {
      await post(number, activityFor(THINGS[turn % THINGS.length] ?? ''));
      await pause(stop, PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, number) => person(number)));
  return traffic;
}

function activityFor(thing: string): Record<string, unknown> {
  if (!thing.startsWith('.')) return { type: 'message', text: thing };
  const action = { type: 'Action.Execute', verb: thing.slice(1), data: {} };
  return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
}

let sent = 0;

/** `expectReplies` asks for the answer in the response. */
function envelope(person: number, serviceUrl: string): Record<string, unknown> {
  return {
    id: `endurance-${sent++}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    deliveryMode: 'expectReplies',
    from: { id: `29:${person}`, aadObjectId: aadObjectIdOf(person) },
    recipient: { id: '28:bench', name: 'Bench' },
    conversation: { id: `a:endurance-${person}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  };
}

export function aadObjectIdOf(person: number): string {
  return `endurance-${person}`;
}

async function pause(stop: AbortSignal, milliseconds: number): Promise<void> {
  await sleep(milliseconds, undefined, { signal: stop }).catch(() => undefined);
}
