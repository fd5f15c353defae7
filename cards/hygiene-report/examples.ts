import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { HygieneReportCardData } from './hygiene-report-card.ts';

const lines = {
  profileLine: 'Rule: not used for 180 days. Source: NHSmail and DSPT slides, 2020',
  reportLine: 'From the mailbox report of 20 November 2026, 1 day old.',
};

export const examples = {
  default: {
    ...lines,
    organisation: 'Rosewood Care Home (VLAXL)',
    total: 63,
    counts: [
      { stage: 'active', title: 'Active', count: 41 },
      { stage: 'due', title: 'Due in the next 30 days', count: 9 },
      { stage: 'overdue', title: 'Past the day', count: 2 },
      { stage: 'exempt', title: 'Exempt', count: 6 },
      { stage: 'unknown', title: 'Not known', count: 5 },
    ],
    dueSoonest: [
      {
        name: 'Alex Wilber',
        address: 'alex.wilber@nhs.net',
        date: '24 November 2026',
        daysLeft: '3 days left',
      },
      {
        name: 'Priya Nair',
        address: 'priya.nair3@nhs.net',
        date: '1 December 2026',
        daysLeft: '10 days left',
      },
    ],
    canSend: true,
    ods: 'VLAXL',
  },
  longest: {
    ...lines,
    organisation: 'Rosewood and Oakleigh Residential and Nursing Care Group Limited, with 14 homes',
    total: 1_284_611,
    counts: [
      { stage: 'active', title: 'Active', count: 1_201_904 },
      { stage: 'due', title: 'Due in the next 30 days', count: 48_112 },
      { stage: 'overdue', title: 'Past the day', count: 9 },
      { stage: 'inactive', title: 'Inactive', count: 12_020 },
      { stage: 'restorable', title: 'Removed, and can be restored', count: 3_411 },
      { stage: 'removed', title: 'Removed', count: 7_000 },
      { stage: 'disabled', title: 'Disabled by a Local Administrator', count: 2_155 },
      { stage: 'exempt', title: 'Exempt, such as shared mailboxes', count: 9_999 },
      { stage: 'unknown', title: 'Not known', count: 1 },
    ],
    dueSoonest: Array.from({ length: 7 }, (_, index) => ({
      name: 'Bartholomew Featherstonehaugh-Cholmondeley',
      address: `bartholomew.featherstonehaugh-cholmondeley${index + 1}@nhs.net`,
      date: `${24 + index} November 2026`,
      daysLeft: `${3 + index} days left`,
    })),
    canSend: false,
    whyNot: 'Warnings cannot be sent: the report is more than 14 days old. Drop a newer one into this chat.',
    ods: '',
  },
  empty: {
    organisation: 'Rosewood Care Home (VLAXL)',
    total: 0,
    counts: [],
    dueSoonest: [],
    profileLine: '',
    reportLine: '',
    canSend: false,
    ods: 'VLAXL',
  },
  hostile: {
    organisation: HOSTILE_MARKUP,
    total: 1,
    counts: [{ stage: HOSTILE_MARKUP, title: HOSTILE_MARKUP, count: 1 }],
    dueSoonest: [
      { name: HOSTILE_MARKUP, address: HOSTILE_MARKUP, date: HOSTILE_MARKUP, daysLeft: HOSTILE_MARKUP },
    ],
    profileLine: HOSTILE_MARKUP,
    reportLine: HOSTILE_MARKUP,
    canSend: true,
    whyNot: HOSTILE_MARKUP,
    ods: HOSTILE_MARKUP,
  },
} satisfies Record<string, HygieneReportCardData>;
