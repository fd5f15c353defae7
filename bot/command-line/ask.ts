/** `npm run ask`: the same turn, from a terminal. Each message is the first of a new conversation with a member of staff. */

import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import pino from 'pino';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { loadConfig } from '../config.ts';
import { DEMONSTRATION_PEOPLE, loadDemonstration } from '../demo/demonstration-data.ts';
import { createServices, type Services } from '../services.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run ask -- "can I forward chain emails"     prints the reply as text
npm run ask -- --why "can I forward …"          and which phrasings matched
npm run --silent ask -- --jsonl                 one message a line in, one JSON object a line out`;

/** Keeps what would be sent. */
class TerminalAdapter extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return activities.map(() => ({ id: randomUUID() }));
  }
  override async updateActivity(): Promise<undefined> {
    return undefined;
  }
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
  override async continueConversationAsync(): Promise<void> {}
}

async function ask(services: Services, text: string) {
  const adapter = new TerminalAdapter();
  const outcome = await services.takeTurn(new TurnContext(adapter, messageFromStaff(text)));
  return { ...outcome, text: adapter.sent.map(readActivity).filter(Boolean).join('\n') };
}

function messageFromStaff(text: string): Partial<Activity> {
  const { tenantId, staff } = DEMONSTRATION_PEOPLE;
  return {
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9',
    text,
    from: { id: 'user-id-1', name: '', aadObjectId: staff.aadObjectId },
    recipient: { id: 'assistant', name: '' },
    conversation: { id: randomUUID(), conversationType: 'personal', tenantId, isGroup: false, name: '' },
  };
}

/** Everything a person would read. */
function readActivity({ text, attachments }: Partial<Activity>): string {
  const cards = (attachments ?? []).map(({ content }) => plainText(content as AdaptiveCard));
  return [text ?? '', ...cards].filter(Boolean).join('\n');
}

/** The phrasings that are likest to the message, by the words they share. */
function why(services: Services, message: string): string {
  const { candidates } = services.knowledge.understand(message);
  return candidates
    .map(
      ({ entry, likelihood }) =>
        `${(likelihood * 100).toFixed(1).padStart(5)} %  ${entry}\n${services.knowledge
          .nearestPhrasings(message, entry)
          .map((each) => `          ${each}`)
          .join('\n')}`,
    )
    .join('\n');
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const message = words.filter((word) => !word.startsWith('--')).join(' ');
  if (!words.includes('--jsonl') && !message) return console.log(HELP);
  const config = loadConfig({
    ASSISTANT_MODE: 'playground',
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    DATA_FOLDER: 'memory:',
  });
  const services = await createServices(config, { log: pino({ level: 'silent' }) });
  await loadDemonstration(services.database, { now: new Date(), ...DEMONSTRATION_PEOPLE });
  if (words.includes('--jsonl')) {
    for await (const line of createInterface({ input: process.stdin })) {
      const { feature, outcome, clauses, entries, masked, text } = await ask(services, line);
      console.log(JSON.stringify({ feature, outcome, clauses, entries, masked, text }));
    }
  } else {
    const { text } = await ask(services, message);
    console.log(text);
    if (words.includes('--why')) console.log(`\nWhy:\n${why(services, message)}`);
  }
  await services.close();
}

await runCommand(main);
