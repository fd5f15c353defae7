/** A person asks their administrators to note a planned absence. Why they will be away is never asked, kept or sent. */
import type { TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import { type AskOutcome, askAdministrators } from './ask-administrators.ts';
import type { Day } from './day.ts';
import type { CitedRule } from './lifecycle-profile.ts';

/** The kind under which requests stand in the ledger. */
export const ABSENCE_REQUEST = 'absence-request';

/** The data of the request's card, as the ledger keeps it. */
export type AbsenceRequest = {
  name: string;
  address: string;
  /** With its code. */
  organisation: string;
  askedOn: Day;
  /** What the rules say of disabled accounts; empty text where no profile says anything. */
  rule: string;
  ruleSource: string;
};

export type AbsenceRequestOutcome = AskOutcome;

export interface NewAbsenceRequest {
  person: TeamsPerson;
  /** As Teams' own roster gives it, never as somebody typed it. */
  address: string;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
  /** What the rules say of disabled accounts. */
  rule: CitedRule | undefined;
}

/** Owes one message to each administrator of the person's organisation, once a day. */
export function requestAbsence(
  database: Database,
  { person, address, day, now, rule }: NewAbsenceRequest,
): Promise<AbsenceRequestOutcome> {
  const { words = '', source = '' } = rule ?? {};
  return database.transaction((transaction) =>
    askAdministrators(transaction, {
      person,
      address,
      kind: ABSENCE_REQUEST,
      topic: ABSENCE_REQUEST,
      content: ({ name, address: theirs, organisation }): AbsenceRequest => ({
        name,
        address: theirs,
        organisation,
        askedOn: day,
        rule: words,
        ruleSource: source,
      }),
      day,
      now,
    }),
  );
}
