import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { DeliveryResultCardData } from './delivery-result-card.ts';

export const examples = {
  default: {
    organisation: 'Rosewood Care Home (VLAXL)',
    sent: 8,
    failed: 1,
    ambiguous: 0,
    cancelled: 0,
    unreachable: 2,
    failures: [
      {
        name: 'Priya Nair',
        address: 'priya.nair3@nhs.net',
        reason: 'Has removed this assistant from Teams.',
        instead: 'Please phone or speak to them.',
      },
    ],
    startedAt: '21 November 2026 at 09:00',
    finishedAt: '09:01',
  },
  longest: {
    organisation: 'Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL)',
    sent: 1_180,
    failed: 12,
    ambiguous: 3,
    cancelled: 9,
    unreachable: 311,
    failures: Array.from({ length: 12 }, (_, index) => ({
      name: 'Bartholomew Featherstonehaugh-Cholmondeley',
      address: `bartholomew.featherstonehaugh-cholmondeley${index + 1}@nhs.net`,
      reason: 'Has turned off messages from this assistant, or has left the organisation.',
      instead: 'Please phone them, or tell their line manager.',
    })),
    startedAt: 'Saturday 21 November 2026 at 09:00',
    finishedAt: 'Saturday 21 November 2026 at 09:31',
  },
  all: {
    organisation: 'Rosewood Care Home (VLAXL)',
    sent: 9,
    failed: 0,
    ambiguous: 0,
    cancelled: 0,
    unreachable: 0,
    failures: [],
    startedAt: '21 November 2026 at 09:00',
    finishedAt: '09:01',
  },
  empty: {
    organisation: '',
    sent: 0,
    failed: 0,
    ambiguous: 0,
    cancelled: 0,
    unreachable: 0,
    failures: [],
    startedAt: '',
    finishedAt: '',
  },
  hostile: {
    organisation: HOSTILE_MARKUP,
    sent: 1,
    failed: 1,
    ambiguous: 1,
    cancelled: 1,
    unreachable: 1,
    failures: [
      { name: HOSTILE_MARKUP, address: HOSTILE_MARKUP, reason: HOSTILE_MARKUP, instead: HOSTILE_MARKUP },
    ],
    startedAt: HOSTILE_MARKUP,
    finishedAt: HOSTILE_MARKUP,
  },
} satisfies Record<string, DeliveryResultCardData>;
