import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { HygieneDigestCardData } from './hygiene-digest-card.ts';

const lines = {
  profileLine: 'Rule: not used for 180 days. Source: NHSmail and DSPT slides, 2020',
  reportLine: 'From the report of 20 November 2026, 3 days old.',
};
const LONG_NAME = 'Bartholomew Featherstonehaugh-Cholmondeley';
const longAddress = (at: number) => `bartholomew.featherstonehaugh-cholmondeley${at}@nhs.net`;
const ten = Array.from({ length: 10 }, (_, at) => at + 1);

export const examples = {
  default: {
    ...lines,
    organisations: 'Rosewood Care Home (VLAXL)',
    counts: [
      { title: 'In use', value: '41, 2 fewer than last time' },
      { title: 'Due soon', value: '13, 4 more than last time' },
      { title: 'Past its day', value: '2, as last time' },
    ],
    tooOld: '',
    arrived: '3 warnings have reached people since the last digest.',
    soonest: [
      { name: 'Alex Wilber', address: 'alex.wilber@nhs.net', when: '24 November 2026, 1 day left' },
      { name: 'Priya Nair', address: 'priya.nair3@nhs.net', when: '1 December 2026, 8 days left' },
    ],
    notReached: [
      {
        name: 'Priya Nair',
        address: 'priya.nair3@nhs.net',
        reason: 'They have not added the assistant in Teams.',
      },
    ],
    notReachedMore: 0,
    unanswered: [{ name: 'Alex Wilber', address: 'alex.wilber@nhs.net', when: 'Due on 24 November 2026' }],
    unansweredMore: 0,
  },
  longest: {
    ...lines,
    organisations:
      'Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL), Oakleigh Residential Home (VM195), Thornhill Court Nursing Home (AG0Y) and 121 others',
    counts: [
      { title: 'In use', value: '41,204, 1,502 fewer than last time' },
      { title: 'Due soon', value: '1,213, 204 more than last time' },
      { title: 'Inactive', value: '312, as last time' },
      { title: 'Past its day', value: '78, 12 more than last time' },
      { title: 'Deleted, can be restored', value: '31, 4 fewer than last time' },
      { title: 'Not known', value: '12, as last time' },
    ],
    tooOld: 'One report is too old to act on. Bring in a newer one.',
    arrived: '1,204 warnings have reached people since the last digest.',
    soonest: ten.slice(0, 5).map((at) => ({
      name: LONG_NAME,
      address: longAddress(at),
      when: `${at} December 2026, ${at + 7} days left`,
    })),
    notReached: ten.map((at) => ({
      name: LONG_NAME,
      address: longAddress(at),
      reason: 'They have blocked or removed the assistant in Teams.',
    })),
    notReachedMore: 301,
    unanswered: ten.map((at) => ({
      name: LONG_NAME,
      address: longAddress(at),
      when: `Due on ${at} December 2026`,
    })),
    unansweredMore: 1_204,
  },
  empty: {
    organisations: '',
    counts: [],
    tooOld: '',
    arrived: '',
    soonest: [],
    notReached: [],
    notReachedMore: 0,
    unanswered: [],
    unansweredMore: 0,
    profileLine: '',
    reportLine: '',
  },
  hostile: {
    organisations: HOSTILE_MARKUP,
    counts: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    tooOld: HOSTILE_MARKUP,
    arrived: HOSTILE_MARKUP,
    soonest: [{ name: HOSTILE_MARKUP, address: HOSTILE_MARKUP, when: HOSTILE_MARKUP }],
    notReached: [{ name: HOSTILE_MARKUP, address: HOSTILE_MARKUP, reason: HOSTILE_MARKUP }],
    notReachedMore: 1,
    unanswered: [{ name: HOSTILE_MARKUP, address: HOSTILE_MARKUP, when: HOSTILE_MARKUP }],
    unansweredMore: 0,
    profileLine: HOSTILE_MARKUP,
    reportLine: HOSTILE_MARKUP,
  },
} satisfies Record<string, HygieneDigestCardData>;
