/** What is plain from the words alone, after an answer on the toolkit. */
import type { Hearing } from '../feature.ts';
import { REMIND_ME } from '../remind-me-words.ts';

export const hears: readonly Hearing[] = [{ says: REMIND_ME, opens: 'dspt.remind', after: 'dspt' }];
