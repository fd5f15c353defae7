import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { ReportPreviewCardData } from './report-preview-card.ts';

const shared = {
  staged: 12,
  today: '2026-11-21',
  large: [],
  answered: { complete: '', day: '' },
};

export const examples = {
  default: {
    ...shared,
    fileName: 'mailbox-report-2026-11-15.csv',
    dayLine: 'Of 15 November 2026, as its name says.',
    organisations: ['Rosewood Care Home (VLAXL): 182 accounts', 'Oakleigh House (VM195): 61 accounts'],
    moreOrganisations: 0,
    figures: [
      { title: 'Accounts', value: '243' },
      { title: 'New', value: '4' },
      { title: 'Changed', value: '61' },
      { title: 'As before', value: '178' },
      { title: 'Not in the file', value: '3' },
      { title: 'Newly due or past their day', value: '5' },
    ],
    missing: 3,
    columns: ['Columns that are passed over: “Notes”.'],
    bad: [
      'Line 21, column “Last Activity Date”: there is no such day as "31/02/2026"',
      'Line 58, column “ODS Code”: you do not administer this organisation',
    ],
    badRows: 2,
  },
  'asks the day': {
    ...shared,
    fileName: 'report.csv',
    dayLine: '',
    organisations: ['Rosewood Care Home (VLAXL): 182 accounts'],
    moreOrganisations: 0,
    figures: [
      { title: 'Accounts', value: '182' },
      { title: 'New', value: '182' },
    ],
    missing: 0,
    columns: [],
    bad: [],
    badRows: 0,
  },
  'second question': {
    ...shared,
    fileName: 'mailbox-report-2026-11-15.csv',
    dayLine: 'Of 15 November 2026, as its name says.',
    organisations: [],
    moreOrganisations: 0,
    figures: [
      { title: 'Accounts', value: '40' },
      { title: 'Gone', value: '142' },
    ],
    missing: 142,
    columns: [],
    bad: [],
    badRows: 0,
    large: ['Rosewood Care Home (VLAXL): 142 gone and 0 newly flagged, of 182 accounts'],
    answered: { complete: 'yes', day: '' },
  },
  longest: {
    ...shared,
    fileName: `${'mailbox-report-of-the-whole-organisation-'.repeat(4)}2026-11-15.csv`,
    dayLine: 'Of 15 November 2026, as its name says.',
    organisations: Array.from(
      { length: 10 },
      (_, at) =>
        `Rosewood and Oakleigh Residential and Nursing Care Group Limited, House ${at + 1} (VLAX${at}): 12,345 accounts`,
    ),
    moreOrganisations: 1_234,
    figures: [
      { title: 'Accounts', value: '81,234' },
      { title: 'New', value: '12,345' },
      { title: 'Changed', value: '61,234' },
      { title: 'As before', value: '7,655' },
      { title: 'Moved here from another of your organisations', value: '312' },
      { title: 'Not in the file', value: '1,234' },
      { title: 'Newly due or past their day', value: '5,432' },
    ],
    missing: 1_234,
    columns: [
      'No column is known to say: account status, last activity. Without it many accounts stand as not known.',
      `Columns that are passed over: ${Array.from({ length: 20 }, (_, at) => `“Extension attribute ${at + 1}”`).join(', ')}.`,
    ],
    bad: Array.from(
      { length: 12 },
      (_, at) =>
        `Line ${at + 21}, column “Account Type”: "Multifunctional printer and sc…" is not a type of account that is known here: write user, shared, application or resource`,
    ),
    badRows: 4_321,
  },
  empty: {
    ...shared,
    fileName: '',
    dayLine: '',
    organisations: [],
    moreOrganisations: 0,
    figures: [],
    missing: 0,
    columns: [],
    bad: [],
    badRows: 0,
  },
  hostile: {
    ...shared,
    fileName: HOSTILE_MARKUP,
    dayLine: HOSTILE_MARKUP,
    organisations: [HOSTILE_MARKUP],
    moreOrganisations: 1,
    figures: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    missing: 1,
    columns: [HOSTILE_MARKUP],
    bad: [HOSTILE_MARKUP],
    badRows: 2,
    answered: { complete: HOSTILE_MARKUP, day: HOSTILE_MARKUP },
  },
} satisfies Record<string, ReportPreviewCardData>;
