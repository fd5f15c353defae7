/** Reads answers to the check's questions from words. */
import { isMeantAsCode } from '../../dspt/ods-code.ts';
import type { LegalAnswer, MandatoryAnswer } from '../../dspt/self-check.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { spoken } from '../spoken.ts';
import { ALSO_ASKS, NO, UNSURE, YES } from './answer-words.ts';

const NOT_PUBLISHED = /\b(not|n't|nt|yet to|still to|but)\b.*\bpublish|\bunpublished\b/;
/** A longer message is more likely a question of its own. */
const LONGEST_ANSWER = 140;
const LONGEST_NAME = 100;

/** @returns undefined when the words answer nothing. */
export function readAnswer(words: string): LegalAnswer | undefined {
  const text = spoken(words);
  if (text.endsWith('?') || text.length > LONGEST_ANSWER || ALSO_ASKS.test(text)) return undefined;
  if (UNSURE.test(text)) return 'unsure';
  if (NO.test(text)) return 'no';
  return YES.test(text) ? 'yes' : undefined;
}

/** A bare "yes" says nothing of publishing, so it is not taken as published. */
export function readMandatoryAnswer(words: string): MandatoryAnswer | undefined {
  const text = spoken(words);
  const tellsIt =
    /^(?:(?:it|that)(?:'?s| is| has been| was|'?s been) |already |just |yes )*published\b[^?]*$/.test(text);
  const answer = readAnswer(words) ?? (tellsIt ? 'yes' : undefined);
  return answer === 'yes' && /\bpublished\b/.test(text) && !NOT_PUBLISHED.test(text) ? 'published' : answer;
}

export type OrganisationAnswer = 'skip' | 'no-code' | 'none' | { text: string };

const SKIPS = /^(skip|skip (it|this|that|this step)|go on|carry on|next|without)[.!]*$/;
const QUESTION_START =
  /^(how|what|when|who|whom|whose|which|where|why|can|could|do|does|did|is|are|am|should|will|would|may|i|i'm|i've|my|we|we're|please|tell|show|help|menu|hygiene|thanks|thank|hello|hi|forgot|forgotten|locked)\b/;
/** "It's Rosewood House": the name is what follows. "We're a care home" names nobody. */
const BEFORE_NAME =
  /^(?:it'?s|it is|we'?re|we are|i work (?:at|for|in)|i'?m (?:at|from|with)|we'?re from|our name is|the name is)(?: (?:for|about|called|with))? (?!an?\b|not\b|all\b|in\b|on\b|just\b|so\b|the\b|locked\b|meant\b|due\b)/i;
/** Letters and digits, and what stands between them in names. */
const NAME = /^[\p{L}\p{M}\p{N} .,'’&()/+-]*\p{L}{2}[\p{L}\p{M}\p{N} .,'’&()/+-]*$/u;
/** A name by itself looks like letters that mean nothing. */
const NOT_WORDS = 'none/gibberish';
const KIND_OF_ORGANISATION =
  /\b(care|home|homes|house|lodge|court|manor|surgery|practice|pharmacy|chemist|dental|dentists?|opticians?|clinic|hospice|hospital|trust|ltd|limited|nursing|medical|health|centre|partnership|group|council|nhs|services?)\b/;

/**
 * Reads what was typed where a name or a code was asked for.
 * @returns undefined for what is more likely another question.
 */
export function readOrganisationAnswer(words: string, knowledge: Knowledge): OrganisationAnswer | undefined {
  const text = spoken(words);
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
  const name = words.trim().replace(BEFORE_NAME, '');
  if (QUESTION_START.test(spoken(name)) || !NAME.test(text)) return undefined;
  const understood =
    (understanding.outcome === 'answered' && understanding.entry.id !== NOT_WORDS) ||
    (understanding.outcome === 'not-covered' && understanding.gap !== undefined);
  return understood && !KIND_OF_ORGANISATION.test(text) ? undefined : { text: name };
}
