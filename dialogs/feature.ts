/** A feature is a folder with a dialog. The registry (`index.ts`) is all that knows them. */
import type { Dialog } from 'botbuilder-dialogs';
import type { Card } from '../cards/adaptive-card.ts';
import type { BulkDatabase, Database } from '../delivery/database.ts';
import type { OdsDirectory } from '../dspt/ods-directory.ts';
import type { LifecycleProfile } from '../hygiene/lifecycle-profile.ts';
import type { Entry, FeatureId } from '../knowledge/entry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { RetentionPeriods } from '../privacy/kept.ts';
import type { TeamsChannels } from '../tickets/teams-channels.ts';
import type { WaitingTime } from '../tickets/working-time.ts';
import type { PersonFiles } from './person-files.ts';
import type { CardAction, Person, Turn } from './turn.ts';

/** What dialogs need from the outside. `bot/` provides it. */
export interface DialogDeps {
  knowledge: Knowledge;
  database: Database;
  /** The same, which takes many rows at once. */
  bulk: BulkDatabase;
  profiles: ReadonlyMap<string, LifecycleProfile>;
  /** The profile in force, or undefined while nobody has chosen one: then nothing is sent. */
  profile: LifecycleProfile | undefined;
  roster: Roster;
  files: PersonFiles;
  /** The yearly deadline, `MM-DD`, and the register of organisations where one is configured. */
  dspt: { deadline: string; directory: OdsDirectory | undefined };
  timeZone: string;
  /** Messages that nobody typed for, in a tenant and by all replicas together. */
  sendsPerSecond: number;
  /** How long what is kept about people is kept. */
  retention: RetentionPeriods;
  /** What Teams says of channels and of who writes in them. */
  channels: TeamsChannels;
  /** How long a question waits for a helper. */
  tickets: WaitingTime;
  /** Tells the delivery that something is owed now. */
  wakeDelivery(): void;
}

/** Teams' own roster: the only place that links a person to an address. */
export interface Roster {
  /** @returns undefined when the roster does not say. */
  lookUp(turn: Turn): Promise<{ address: string; guest: boolean } | undefined>;
}

/** Why a feature's dialog is begun. */
export interface Request {
  /** The entry that was found for the message. */
  entry?: Entry;
  /** The place to open, for example `dspt.check`. */
  opens?: string;
  action?: CardAction;
}

export interface MenuItem {
  title: string;
  detail: string;
  /** What a person would type for it. Pressing the button says it. */
  say: string;
  for?: 'administrators';
}

/** Words that are plain without being looked up, and the place they open. */
export interface Hearing {
  says: RegExp;
  opens: string;
  /** Only when this entry would be the answer, or the first of a choice. */
  insteadOf?: string;
  /** Only right after an answer of this feature. */
  after?: FeatureId;
  /** Only when an administrator says it: for anybody else the words may mean something else. */
  from?: 'administrators';
}

export interface Feature {
  id: FeatureId;
  title: string;
  menu: MenuItem[];
  hears?: readonly Hearing[];
  /** Places that are about a person or their organisation: verbs of buttons, and what is opened. Never in a group. */
  personal?: readonly string[];
  /** The place that opens when a person drops a file into the chat. One feature takes files. */
  takesFiles?: string;
  create(deps: DialogDeps): FeatureDialog;
  /** The cards of messages that nobody typed for, by their kind in the ledger. */
  owed?: Record<string, (content: Readonly<Record<string, unknown>>) => Card>;
  /** The same for cards that show what is true when they are sent. Undefined when there is nothing left to show. */
  owedNow?: Record<
    string,
    (
      content: Readonly<Record<string, unknown>>,
      from: { database: Database; knowledge: Knowledge },
    ) => Promise<Card | undefined>
  >;
}

/** A dialog of this product: the SDK's, and whether a message is an answer to what it asked. */
export type FeatureDialog = Dialog & {
  /** True when the turn answers the question in progress. Dialogs that never ask leave it out. */
  takes?(turn: Turn, state: unknown): boolean;
  /** The question in progress, so that "back" and "start again" work. Undefined when nothing waits for an answer. */
  waiting?(state: unknown): Waiting | undefined;
};

/** A question that waits for its answer. */
export interface Waiting {
  /** What it is part of, as in "We were in the middle of …": `the DSPT stage check`. */
  of: string;
  /** Begins it anew. */
  again: Request;
  /** The dialog's state at the question before this one; undefined at the first. */
  previous?: object | undefined;
}

export function administers(person: Person): boolean {
  return person.organisations.length > 0 && !person.guest;
}
