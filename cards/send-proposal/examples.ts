import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { SendProposalCardData } from './send-proposal-card.ts';

const sendId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const lines = {
  profileLine: 'Rule: not used for 180 days. Source: NHSmail and DSPT slides, 2020',
  reportLine: 'From the mailbox report of 20 November 2026, 1 day old.',
};

export const examples = {
  default: {
    ...lines,
    sendId,
    organisation: 'Rosewood Care Home (VLAXL)',
    recipients: [
      {
        name: 'Alex Wilber',
        address: 'alex.wilber@nhs.net',
        why: 'Due on 24 November 2026. Last used 28 May 2026.',
        reach: 'in Teams',
      },
      {
        name: 'Priya Nair',
        address: 'priya.nair3@nhs.net',
        why: 'Due on 1 December 2026. Last used 4 June 2026.',
        reach: 'cannot be reached here',
      },
    ],
    reachable: 1,
    unreachable: 1,
    more: 0,
    finishBy: '09:05 today',
  },
  longest: {
    ...lines,
    sendId,
    organisation: 'Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL)',
    recipients: Array.from({ length: 12 }, (_, index) => ({
      name: 'Bartholomew Featherstonehaugh-Cholmondeley',
      address: `bartholomew.featherstonehaugh-cholmondeley${index + 1}@nhs.net`,
      why: `Due on ${index + 1} December 2026. Last used ${index + 4} June 2026.`,
      reach: index % 3 === 0 ? ('cannot be reached here' as const) : ('in Teams' as const),
    })),
    reachable: 1_204,
    unreachable: 311,
    more: 1_503,
    finishBy: '09:30 on Monday 23 November 2026',
  },
  empty: {
    sendId,
    organisation: 'Rosewood Care Home (VLAXL)',
    profileLine: '',
    reportLine: '',
    recipients: [],
    reachable: 0,
    unreachable: 0,
    more: 0,
    finishBy: '',
  },
  hostile: {
    sendId: HOSTILE_MARKUP,
    organisation: HOSTILE_MARKUP,
    profileLine: HOSTILE_MARKUP,
    reportLine: HOSTILE_MARKUP,
    recipients: [{ name: HOSTILE_MARKUP, address: HOSTILE_MARKUP, why: HOSTILE_MARKUP, reach: 'in Teams' }],
    reachable: 1,
    unreachable: 0,
    more: 0,
    finishBy: HOSTILE_MARKUP,
  },
} satisfies Record<string, SendProposalCardData>;
