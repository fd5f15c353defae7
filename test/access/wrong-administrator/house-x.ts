/** An organisation whose every name and number is seen nowhere else, so that the smallest leak of it is found. */
import type { BulkDatabase, Database } from '../../../delivery/database.ts';
import { addDays } from '../../../hygiene/day.ts';
import { stageReport } from '../../../hygiene/report-import/stage-report.ts';
import { START } from '../../delivery/sample-delivery.ts';
import { bytes, csv, row } from '../../hygiene/report-import/sample-reports.ts';
import { addReport, TODAY, unusedFor } from '../../hygiene/sample-accounts.ts';
import type { Assistant } from '../../support/assistant.ts';
import { type Chatter, chatter, PEOPLE } from '../../support/people.ts';

const { tenantId } = PEOPLE['an administrator'];
const OTHER_TENANT = '00000000-0000-0000-0000-0000000000999';
const id = (number: number) => `00000000-0000-0000-0000-0000000004${number}`;

/** Administers the house. */
export const RHEA = chatter('29:rhea', id(201), 'rhea.rightful@xanthe.example');
/** Administers another organisation. */
export const YAN = chatter('29:yan', id(202), 'yan.yonder@yonder.example');
/** A member of staff of another organisation, and of the house itself. */
export const STAFF = PEOPLE['a member of staff'];
export const OWN_STAFF = chatter('29:own-staff', id(203), 'quillon.3@xanthe.example');
/** A guest whom somebody named as administrator by mistake, with the address of one of the house's accounts. */
export const GUEST = chatter('29:guest-of-x', id(204), 'quillon.4_xanthe.example#EXT#@other.example', {
  tenantId: OTHER_TENANT,
  email: 'quillon.4@xanthe.example',
  userRole: 'guest',
});
/** Somebody else who has Rhea's id, in another tenant. */
export const NAMESAKE = chatter('29:namesake', RHEA.aadObjectId, 'rhea@other.example', {
  tenantId: OTHER_TENANT,
});
/** Was given access by Rhea, so that there is access to end. */
export const DEPUTY = chatter('29:deputy', id(205), 'quillon.5@xanthe.example');

/** Their team and the channel for their questions. */
export const CHANNEL = { id: '19:house@thread.tacv2', teamId: '19:house-team@thread.tacv2' };

export const HOUSE = 'XQ77';
const ACCOUNTS = 137;
const DECIDED_ABOUT = 'quillon.7@xanthe.example';
/** What nobody else may read: the house's name and code, its people, their addresses, and how many they are. */
export const TELLTALES = ['Xanthorhoea', HOUSE, 'Quillon', 'quillon', 'xanthe.example', String(ACCOUNTS)];

/** What is the house's for each key that a button or a form brings: all of it is tried. A new key needs a line here. */
export const VALUES: Readonly<Record<string, (x: House) => unknown[]>> = {
  // Somebody whom Teams knows, and an account that was decided about.
  address: () => ['quillon.3@xanthe.example', DECIDED_ABOUT],
  answer: () => [HOUSE],
  approver: () => ['Sam Lee'],
  audit: ({ audit }) => [audit],
  asked: () => ['How do I share a calendar?'],
  before: () => [''],
  changed: () => ['2026-10-01'],
  channel: ({ channel }) => [channel],
  complete: () => ['yes', 'no'],
  day: () => ['2027-01-31'],
  decision: () => ['absent', 'needed', 'leaver', 'shared', 'application', 'remind'],
  due: () => ['2026-12-01', ''],
  entries: () => ['password/expiry'],
  every: () => ['day'],
  entry: () => ['hygiene/report'],
  feature: () => ['hygiene'],
  find: () => ['quillon', ''],
  form: () => ['0f8fad5b-d9cb-469f-a165-70867728950e'],
  fromhour: () => ['8'],
  number: () => ['3.1.12'],
  ods: () => [HOUSE],
  page: () => [1],
  // Somebody whose access could be ended, and somebody to whom it could be given.
  person: () => [DEPUTY.aadObjectId, OWN_STAFF.aadObjectId],
  question: () => ['How do I share a calendar?'],
  report: ({ report }) => [report],
  quietfrom: () => ['19'],
  quietuntil: () => ['7'],
  say: () => ['hygiene report'],
  section: () => ['3.1'],
  seen: () => [0],
  sendId: ({ sendId }) => [sendId],
  stage: () => ['any', 'overdue', ''],
  // A report that Rhea has on her screen.
  staged: ({ staged }) => [staged],
  sure: () => ['yes', ''],
  tag: () => ['organisation'],
  ticket: ({ ticket }) => [ticket],
  until: () => ['2026-12-24'],
  untilhour: () => ['18'],
  weekday: () => ['2'],
  weekdays: () => ['1,2,3'],
  words: () => ['The answer is yes.'],
  zone: () => ['Europe/London'],
};

export interface House {
  /** A dry run of warnings that Rhea has on her screen. */
  sendId: string;
  /** Her decision about an account, as the audit numbers it. */
  audit: number;
  /** A report that she was shown and has not used, and the one that is in use. */
  staged: number;
  report: number;
  /** A question that her deputy sent to the house's channel. */
  ticket: string;
  /** The same channel, asked for once more and not confirmed. */
  channel: number;
}

/** Adds the house, its people, and what Rhea has begun. */
export async function addHouse(assistant: Assistant): Promise<House> {
  const { services, chat, clock } = assistant;
  const { database } = services;
  const now = clock.now();
  await addOrganisations(database);
  for (const person of [RHEA, YAN, OWN_STAFF, GUEST, NAMESAKE, DEPUTY]) await chat(person).installs();
  for (const [person, odsCode] of [
    [RHEA, HOUSE],
    [YAN, 'YN44'],
    [GUEST, HOUSE],
    [DEPUTY, HOUSE],
  ] as [Chatter, string][]) {
    await database.query(
      `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by) values ($1, $2, $3, 'test')`,
      [person.tenantId, person.aadObjectId, odsCode],
    );
  }
  // Asked once, so that their addresses are known.
  for (const person of [RHEA, YAN, OWN_STAFF, GUEST, NAMESAKE, DEPUTY]) {
    await chat(person).says('is my account at risk');
  }
  await chat(RHEA).invents('hygiene.propose', { ods: HOUSE });
  await chat(RHEA).invents('hygiene.decide', { address: DECIDED_ABOUT, decision: 'needed' });
  const asked = await addQuestion(assistant);
  const [house] = await database.query<Pick<House, 'sendId' | 'audit' | 'report'>>(
    `select send_id as "sendId", audit_id as audit, organisation_report.report_id as report
     from send join audit using (ods_code) join organisation_report using (ods_code)
     where ods_code = $1 and audit.subject = $2`,
    [HOUSE, DECIDED_ABOUT],
  );
  if (!house) throw new Error('Rhea has no dry run, or has decided nothing.');
  return { ...house, ...asked, staged: await stageRheasReport(services.database, now) };
}

/** She has dropped a report about her house into the chat. */
async function stageRheasReport(database: BulkDatabase, now: Date): Promise<number> {
  const staging = await stageReport(database, {
    content: bytes(csv(row('quillon.3', { ods: HOUSE }))),
    source: 'chat',
    by: RHEA,
    odsCodes: [HOUSE],
    takenOn: TODAY,
    today: TODAY,
    now,
  });
  if (staging.outcome !== 'staged') throw new Error(`Rhea has no report: ${staging.outcome}`);
  await database.query('update organisation_report set can_undo = true where ods_code = $1', [HOUSE]);
  return staging.stagedId;
}

/** The house's channel, with a question in it. */
async function addQuestion({
  services,
  connector,
  chat,
}: Assistant): Promise<Pick<House, 'ticket' | 'channel'>> {
  const { database } = services;
  connector.teams.set(CHANNEL.teamId, { channels: [{ id: CHANNEL.id }], members: [RHEA.id, DEPUTY.id] });
  const channel = chat(RHEA, CHANNEL);
  await channel.says(`use this channel for ${HOUSE}`);
  await channel.presses('Use this channel');
  const deputy = chat(DEPUTY);
  await deputy.says('I want to speak to a person');
  await deputy.presses('Send', { filledIn: { question: 'Quillon Xavier 3 cannot sign in' } });
  const [row] = await database.query<{ ticket: string }>('select ticket_id as ticket from ticket');
  const [proposed] = await database.query<{ channel: number }>(
    `insert into helper_channel (ods_code, tenant_id, conversation_id, team_id, state, proposed_at)
     values ($1, $2, $3, $4, 'proposed', $5) returning helper_channel_id as channel`,
    [HOUSE, tenantId, CHANNEL.id, CHANNEL.teamId, START],
  );
  if (!row || !proposed) throw new Error('The deputy has asked nothing.');
  return { ...row, ...proposed };
}

/** Rhea's access ends at this very moment. */
export async function endRheasAccess({ services, clock }: Assistant): Promise<void> {
  await services.database.query(
    'update administrator set expires_at = $1 where tenant_id = $2 and aad_object_id = $3',
    [clock.now(), tenantId, RHEA.aadObjectId],
  );
}

async function addOrganisations(database: Database): Promise<void> {
  await database.query(
    `insert into organisation (ods_code, name, is_nas) values
       ($1, 'Xanthorhoea House', true), ('YN44', 'Yonder Care', true)`,
    [HOUSE],
  );
  const accounts = (odsCode: string, name: string, domain: string, count: number) =>
    Array.from({ length: count }, (_, at) =>
      unusedFor(170, {
        odsCode,
        address: `${name.toLowerCase()}.${at + 1}@${domain}`,
        displayName: `${name} Xavier ${at + 1}`,
      }),
    );
  await addReport(database, addDays(TODAY, -6), [
    ...accounts(HOUSE, 'Quillon', 'xanthe.example', ACCOUNTS),
    ...accounts('YN44', 'Yolanda', 'yonder.example', 3),
  ]);
}
