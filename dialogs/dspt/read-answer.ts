/** Reads answers to the check's questions from words. */
import { isMeantAsCode } from '../../dspt/ods-code.ts';
import type { LegalAnswer, MandatoryAnswer } from '../../dspt/self-check.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

const YES =
  /^(yes|yeah|yep|yup|ye|y|we (did|have|do)|(yes )?(all|every one) of (them|it)|all done|done|of course|definitely|correct|ok|okay)\b/;
const NO =
  /^(no|nope|nah|n|not yet|not all|some|we (did not|didn'?t|have not|haven'?t|don'?t)|only (some|a few))\b/;
const UNSURE =
  /^(unsure|(i'?m |i am |we'?re )?not sure|(i )?(don'?t|do not|dunno) know|dunno|no idea|maybe|perhaps|possibly|i think( so)?|idk)\b/;
const NOT_PUBLISHED = /\b(not|n't|nt|yet to|still to|but)\b.*\bpublish|\bunpublished\b/;
/** A longer message is more likely a question of its own. */
const LONGEST = 60;
const LONGEST_NAME = 100;

/** @returns undefined when the words answer nothing. */
export function readAnswer(words: string): LegalAnswer | undefined {
  const text = plain(words);
  if (text.length > LONGEST || text.endsWith('?')) return undefined;
  if (UNSURE.test(text)) return 'unsure';
  if (NO.test(text)) return 'no';
  return YES.test(text) ? 'yes' : undefined;
}

/** A bare "yes" says nothing of publishing, so it is not taken as published. */
export function readMandatoryAnswer(words: string): MandatoryAnswer | undefined {
  const answer = readAnswer(words) ?? (/^published\b/.test(plain(words)) ? 'yes' : undefined);
  const text = plain(words);
  return answer === 'yes' && /\bpublished\b/.test(text) && !NOT_PUBLISHED.test(text) ? 'published' : answer;
}

export type OrganisationAnswer = 'skip' | 'no-code' | 'none' | { text: string };

const SKIPS = /^(skip|skip (it|this|that|this step)|go on|carry on|next|without)[.!]*$/;
const QUESTION_START =
  /^(how|what|when|who|whom|whose|which|where|why|can|could|do|does|did|is|are|am|should|will|would|may|i|i'm|i've|my|we|we're|please|tell|show|help|menu|hygiene|thanks|thank|hello|hi|forgot|forgotten|locked)\b/;
/** Letters and digits, and what stands between them in names. */
const NAME = /^[\p{L}\p{M}\p{N} .,'’&()/+-]*\p{L}{2}[\p{L}\p{M}\p{N} .,'’&()/+-]*$/u;
const KIND_OF_ORGANISATION =
  /\b(care|home|homes|house|lodge|court|manor|surgery|practice|pharmacy|chemist|dental|dentists?|opticians?|clinic|hospice|hospital|trust|ltd|limited|nursing|medical|health|centre|partnership|group|council|nhs|services?)\b/;

/**
 * Reads what was typed where a name or a code was asked for.
 * @returns undefined for what is more likely another question.
 */
export function readOrganisationAnswer(words: string, knowledge: Knowledge): OrganisationAnswer | undefined {
  const text = plain(words);
  if (!text || text.length > LONGEST_NAME || text.endsWith('?')) return undefined;
  if (SKIPS.test(text)) return 'skip';
  const answer = readAnswer(words);
  if (answer === 'unsure' || /^i don'?t know\b|^what('s| is) (my|our) (ods )?code/.test(text))
    return 'no-code';
  if (answer === 'no' && /^(no|nope|none|nah)\b[^a-z]*$/.test(text)) return 'none';
  if (/^none\b/.test(text)) return 'none';
  const understanding = knowledge.understand(words);
  // "4.3.10" is a clause of the policy, not a code.
  if (understanding.outcome === 'browse') return undefined;
  if (isMeantAsCode(words)) return { text: words };
  if (QUESTION_START.test(text) || !NAME.test(text)) return undefined;
  const understood =
    understanding.outcome === 'answered' ||
    (understanding.outcome === 'not-covered' && understanding.gap !== undefined);
  return understood && !KIND_OF_ORGANISATION.test(text) ? undefined : { text: words };
}

function plain(words: string): string {
  return words.trim().toLowerCase().replace(/[’‘]/g, "'");
}
