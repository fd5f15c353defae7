/** A mailbox report about the demonstration's accounts, made today, for trying out how a report is brought in. */
import { csvLine } from '../../delivery/csv.ts';
import { addDays, type Day, dayIn } from '../../hygiene/day.ts';
import {
  DEMONSTRATION_ACCOUNTS,
  type DemonstrationAccount,
  HEAD_OFFICE,
  HOME_CARE,
} from './demonstration-accounts.ts';
import { DOMAIN } from './demonstration-data.ts';
import { DEMONSTRATION_PEOPLE } from './demonstration-people.ts';

const HEADER = [
  'Email Address',
  'Display Name',
  'ODS Code',
  'Account Type',
  'Account Status',
  'Last Activity Date',
  'Created Date',
  'AUP Accepted',
  'Disabled Date',
  'Deleted Date',
  'Leaver Date',
];
/** Used since the report before. */
const BACK = ['Patrick Donnelly', 'Victor Holm', 'Sofia Russo'];
/** No longer in the portal's list. */
const GONE = ['Stefan Novak', 'Hugo Lindqvist'];

/** Files that the service gives to whoever tries it out, by their names. */
export function demonstrationFiles(timeZone: string): Record<string, () => string> {
  return { 'mailbox-report.csv': () => demonstrationReport(dayIn(timeZone, new Date())) };
}

/** Three accounts were used, two are new, two are gone, and two rows have something wrong. */
export function demonstrationReport(today: Day): string {
  const { administrator, staff } = DEMONSTRATION_PEOPLE;
  const own = (name: string, used: number): DemonstrationAccount => {
    return { name, odsCode: HEAD_OFFICE, kind: 'user', status: 'Active', used };
  };
  const fresh = (name: string, odsCode: string): DemonstrationAccount => {
    return { name, odsCode, kind: 'user', status: 'Pending', neverUsed: true, made: 2, setUpComplete: false };
  };
  const accounts = [
    own(administrator.name, 1),
    own(staff.name, 168),
    ...DEMONSTRATION_ACCOUNTS.filter(({ name }) => !GONE.includes(name)),
    fresh('Gwen Ffrancon-Davies', HEAD_OFFICE),
    fresh('Oluwaseun Bright', HOME_CARE),
  ];
  const rows = accounts.map((account) => rowOf(account, today));
  const broken = [
    rowOf(own('Rowan Pike', 10), today).with(5, '31/02/2026'),
    rowOf(own('Somebody Elsewhere', 10), today).with(2, 'Z9Z9'),
  ];
  return [HEADER, ...rows, ...broken].map(csvLine).join('');
}

function rowOf(account: DemonstrationAccount, today: Day): string[] {
  const { name, odsCode, kind, setUpComplete } = account;
  const ago = (days: number | undefined) => (days === undefined ? '' : written(addDays(today, -days)));
  const isBack = BACK.includes(name);
  return [
    `${name.toLowerCase().replaceAll(' ', '.')}@${DOMAIN}`,
    name,
    odsCode,
    kind,
    isBack ? 'Active' : (account.status ?? ''),
    account.neverUsed ? 'Never' : ago(isBack ? 1 : account.used),
    ago(account.made),
    setUpComplete === undefined ? '' : setUpComplete ? 'Yes' : 'No',
    ago(account.disabled),
    ago(account.deleted),
    ago(account.left),
  ];
}

/** As the portal writes it. */
function written(day: Day): string {
  return day.split('-').toReversed().join('/');
}
