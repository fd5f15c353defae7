import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { AbsenceOfferCardData } from './absence-offer-card.ts';

export const examples = {
  default: { address: 'megan.bowen@nhs.net' },
  longest: { address: 'bartholomew.featherstonehaugh-cholmondeley17@rosewoodandoakleighcaregroup.nhs.net' },
  empty: { address: '' },
  hostile: { address: HOSTILE_MARKUP },
} satisfies Record<string, AbsenceOfferCardData>;
