/** Invented accounts that stand at every stage and exemption under both profiles, relative to today. */
import type { AccountKind } from '../../hygiene/account.ts';

/** Numbers are days before today; 8 or more, because the report can be a week old. */
export interface DemonstrationAccount {
  name: string;
  odsCode: string;
  kind: AccountKind;
  status: string | null;
  used?: number;
  neverUsed?: boolean;
  made?: number;
  setUpComplete?: boolean;
  disabled?: number;
  deleted?: number;
  left?: number;
  /** Days from today until which a planned absence lasts. */
  awayFor?: number;
}

/** NAS runs the head office's accounts, and not the home care team's. */
export const HEAD_OFFICE = 'A9X4';
export const HOME_CARE = 'C8T2';

export const ORGANISATIONS = [
  { odsCode: HEAD_OFFICE, name: 'Willowbrook Care (head office)', isNas: true },
  { odsCode: HOME_CARE, name: 'Willowbrook Care at Home', isNas: false },
];

type Detail = Omit<DemonstrationAccount, 'name' | 'odsCode' | 'kind' | 'status'>;

const person = (odsCode: string, name: string, detail: Detail, status: string | null = 'Active') => ({
  name,
  odsCode,
  kind: 'user' as const,
  status,
  ...detail,
});
const mailbox = (odsCode: string, kind: AccountKind, name: string, used: number) => ({
  name,
  odsCode,
  kind,
  status: 'Active',
  used,
});
/** Accounts that differ only in when they were last used. */
const usedBy = (odsCode: string, people: [name: string, used: number][]) =>
  people.map(([name, used]) => person(odsCode, name, { used }));

export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  ...usedBy(HEAD_OFFICE, [
    ['Priya Raman', 8],
    ['Tomasz Zielinski', 9],
    ['Grace Okonkwo', 10],
    ['Harriet Lowe', 12],
    ['Samuel Adeyemi', 15],
    ['Joan Pickering', 21],
    ['Yusuf Demir', 27],
    ['Bethan Howells', 33],
    ['Carlos Mendes', 48],
    ['Ruth Ashdown', 66],
    ['Declan Murphy', 95],
    ['Noor Siddiqui', 118],
    // 180 days without use are near or past from here on.
    ['Olivia Marsh', 124],
    ['Kwame Boateng', 135],
    ['Elena Petrova', 148],
    ['George Tandy', 153],
    ['Fatima Hussain', 161],
    ['Rhys Bevan', 167],
    ['Mei Lin Chan', 174],
    ['Patrick Donnelly', 179],
    ['Sofia Russo', 180],
    ['Ivor Prosser', 196],
    ['Hannah Whitlock', 241],
  ]),
  person(HEAD_OFFICE, 'Abena Mensah', { used: 158, awayFor: 60 }),
  person(HEAD_OFFICE, 'Lucy Fairbairn', { used: 171, left: 9 }, 'Active (Leaver)'),
  person(HEAD_OFFICE, 'Victor Holm', { used: 44 }, 'Inactive'),
  person(HEAD_OFFICE, 'Wendy Sharples', { used: 189 }, 'Inactive'),
  person(HEAD_OFFICE, 'Colin Peachey', { used: 72, deleted: 11 }, 'Deleted'),
  person(HEAD_OFFICE, 'Martha Quayle', { used: 140, deleted: 52 }, 'Deleted'),
  person(HEAD_OFFICE, 'Stefan Novak', { used: 300 }, 'Deleted Permanent'),
  person(HEAD_OFFICE, 'Ama Darko', { used: 200, disabled: 190 }, 'Disabled'),
  person(HEAD_OFFICE, 'Neil Garside', { used: 20 }, 'Locked'),
  person(HEAD_OFFICE, 'Isla Cameron', { neverUsed: true, made: 130 }),
  person(HEAD_OFFICE, 'Dewi Parry', {}),
  person(HEAD_OFFICE, 'Anita Kaur', {}, 'Migration Pending'),
  mailbox(HEAD_OFFICE, 'shared', 'Willowbrook Reception', 210),
  mailbox(HEAD_OFFICE, 'shared', 'Willowbrook Rota', 9),
  mailbox(HEAD_OFFICE, 'application', 'Willowbrook Scanner', 400),
  mailbox(HEAD_OFFICE, 'resource', 'Willowbrook Meeting Room', 90),

  ...usedBy(HOME_CARE, [
    ['Zainab Malik', 8],
    ['Peter Cullimore', 11],
    ['Agnieszka Wrobel', 14],
    ['Thandiwe Moyo', 18],
    ['Callum Reid', 22],
    ['Maria Santos', 25],
    ['Jasmine Clarke', 28],
    ['Owen Griffiths', 36],
    ['Leila Haddad', 51],
    ['Frank Illingworth', 59],
    ['Chidi Eze', 75],
  ]),
  person(HOME_CARE, 'Rosa Delgado', { used: 24, awayFor: 90 }),
  person(HOME_CARE, 'Bernard Tull', { used: 16, left: 10 }, 'Active (Leaver)'),
  person(HOME_CARE, 'Sinead Walsh', { used: 45 }, 'Inactive'),
  person(HOME_CARE, 'Edith Crowe', { used: 80, deleted: 15 }, 'Deleted'),
  person(HOME_CARE, 'Hugo Lindqvist', { used: 210 }, 'Deleted Permanent'),
  person(HOME_CARE, 'Nia Prentice', { used: 260, disabled: 250 }, 'Disabled'),
  person(HOME_CARE, 'Dorothy Vane', { used: 640, disabled: 600 }, 'Disabled'),
  person(HOME_CARE, 'Imran Sheikh', { made: 19, neverUsed: true, setUpComplete: false }),
  person(HOME_CARE, 'Poppy Langdale', {}),
  mailbox(HOME_CARE, 'shared', 'Home Care Duty Desk', 13),
];
