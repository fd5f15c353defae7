/** What a dialog knows of the message it answers, and how it replies. Nothing is sent until the turn is committed. */
import type { TurnContext } from 'botbuilder';
import type { Card } from '../cards/adaptive-card.ts';
import type { Rated } from '../feedback/feedback.ts';
import type { FeatureId } from '../knowledge/entry.ts';
import type { Option } from './options.ts';
import type { DroppedFile, FileConsent, UploadPlace } from './person-files.ts';

export interface Person {
  tenantId: string;
  aadObjectId: string;
  /** From Teams' own roster, or absent while unknown. Never typed text. */
  address?: string | undefined;
  guest: boolean;
  /** ODS codes of the organisations this person administers. */
  organisations: readonly string[];
}

/** A button that was pressed. `data` comes from the client: every use of it is checked again. */
export interface CardAction {
  verb: string;
  data: Readonly<Record<string, unknown>>;
}

export type Outcome = 'answered' | 'choose' | 'not-covered' | 'needs-a-person';

/** What came of a turn: kept without the text and without who. */
export interface TurnOutcome {
  feature: FeatureId;
  outcome: Outcome;
  /** AUP clauses shown, best first. */
  clauses: string[];
  /** Ids of the entries shown. */
  entries: string[];
  /** The answer before this turn, when the person said that it was not what they asked. */
  notAsked?: Rated;
  /** See `Asked.refused`. */
  refused?: string;
}

/** What was answered last, and what else the question may have been: ids of entries, likeliest first. */
export interface Asked {
  /** Undefined when nothing was answered: a choice was offered, or a menu. */
  answer?: Rated | undefined;
  others: readonly string[];
  /** The entry of which they have just said that it is not what they asked: said twice, it counts once. */
  refused?: string | undefined;
}

/** A citation that Teams shows natively beside the text. */
export interface Citation {
  name: string;
  abstract: string;
  url?: string | undefined;
}

export interface Reply {
  card?: Card;
  text?: string;
  citation?: Citation;
  /** Asks whether a file may be put into the person's OneDrive. */
  fileConsent?: FileConsent;
  /** A file that is there now. */
  file?: Omit<UploadPlace, 'uploadUrl'>;
  /** Takes the place of the card whose button was pressed. */
  inPlace?: boolean;
  /** It answers a question: Teams shows thumbs under it, and what they say is counted for this. */
  rated?: Rated;
}

/** Where a message was written, as Teams says. */
export interface Place {
  conversationId: string;
  /** Of the writer, in this conversation. */
  memberId: string;
  /** The team whose channel it is; empty elsewhere. */
  teamId: string;
}

export interface Turn {
  /** The message, with anything secret masked. Empty for a button. */
  text: string;
  action?: CardAction | undefined;
  /** Where a file may be written: the person has just agreed to it. */
  upload?: UploadPlace | undefined;
  /** What they dropped into the chat with the message. */
  files: readonly DroppedFile[];
  scope: 'personal' | 'groupChat' | 'channel';
  /** Opens the person's own chat with the assistant; empty when its address is not known. */
  ownChat: string;
  place: Place;
  person: Person;
  now: Date;
  /** What was masked in the message, for example `a password`. */
  masked: readonly string[];
  /** When they said something here before this; undefined in a new conversation. */
  before?: Date | undefined;
  /** What was answered just before this. */
  asked?: Asked | undefined;
  /** Ids of the entries that the message before this was answered with. */
  shown: readonly string[];
  /** The dialog whose question was asked again since it was last answered, or waits quietly. */
  askedAgain?: string | undefined;
  say(reply: Reply): void;
  /** What can be pressed on the card just said: words such as "the second one" then choose it, in the next message. */
  offer(options: readonly Option[]): void;
  /** What else the message may have asked for: offered when they say that the answer is not it. Ids of entries. */
  mayHaveMeant(others: readonly string[]): void;
  record(outcome: TurnOutcome): void;
}

const TURN = Symbol('turn');

/** Puts the turn where dialogs find it. */
export function carryTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(TURN, turn);
}

/** The turn that a dialog is in. */
export function turnOf(context: TurnContext): Turn {
  const turn = context.turnState.get<Turn>(TURN);
  if (!turn) throw new Error('A dialog ran outside a turn.');
  return turn;
}
