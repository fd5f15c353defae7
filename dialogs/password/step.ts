/** What comes of a message in the password help: it waits for an answer, or it is done. */
import type { AskingId } from './problems.ts';

/** What was asked, or offered, last. */
export type Progress = { asking: AskingId } | { asking: 'day' } | { asking: 'reminders'; changed: string };

/** Said what there was to say; what was asked before is asked again. */
export const DONE = 'done';
/** The person has what they came for: what was asked before is settled too. */
export const ENDED = 'ended';
export type Step = Progress | typeof DONE | typeof ENDED;
