/**
 * Reads that somebody may be in danger: self-harm, abuse, an emergency. It comes before understanding and before any
 * dialog, so it would rather speak once too often than once too seldom.
 */
import { ABUSE, DESPAIR, EMERGENCY, OURS, SELF_HARM, WRONG_MEDICINE } from './danger-words.ts';
import { withoutFiguresOfSpeech } from './figures-of-speech.ts';

export type DangerKind = 'self-harm' | 'abuse' | 'emergency';

export interface Danger {
  kind: DangerKind;
  /** False when the message also speaks of something that is ours: that is then answered as well, afterwards. */
  alone: boolean;
}

/** @returns undefined when nobody seems to be in danger. */
export function readDanger(message: string): Danger | undefined {
  const text = withoutFiguresOfSpeech(message);
  const says = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(text));
  const alone = !OURS.test(text);
  if (says(SELF_HARM)) return { kind: 'self-harm', alone };
  if (says(ABUSE)) return { kind: 'abuse', alone };
  if (!alone) return undefined;
  if (says(DESPAIR)) return { kind: 'self-harm', alone };
  return EMERGENCY.test(text) || says(WRONG_MEDICINE) ? { kind: 'emergency', alone } : undefined;
}
