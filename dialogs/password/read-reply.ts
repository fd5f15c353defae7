/** Reads short replies: yes or no to reminders, and not knowing the day. */

import { REMIND_ME } from '../remind-me-words.ts';
import { spoken } from '../spoken.ts';

const LONGEST = 60;
const YES =
  /^(yes|yeah|yea|yeh|yep|yup|y|aye|ok|okay|sure|go (on|ahead|for it)|please|please do|remind me|do (it|that)|that would be (great|good|lovely|helpful)|great|perfect|lovely|why not|of course|definitely|absolutely|all of (them|those)|👍)(?!\w)/;
const NO =
  /^(no|nope|nah|na|n|not (now|today|really|needed|for me)|no thanks?|don'?t|do not|i'?m (ok|fine|good)|👎)(?!\w)/;
const UNKNOWN_DAY =
  /^(i )?(really |honestly )?(don'?t|do not|can'?t|cannot|cant|dont) (actually |really )?(know|remember|recall|have a clue)\b|^(i )?(have |haven'?t )?(no idea|no clue|not a clue|a clue|not sure|unsure|dunno|idk|i'?m not sure|forget|forgot|pass|ages ago|a while (ago|back)|long time ago|couldn'?t tell you|not a scooby|who knows)\b/;
const CHANGE = /\b(chang|set|updat|reset|renew)\w*/i;

/** @returns undefined when the words answer nothing. */
export function readYesNo(words: string): 'yes' | 'no' | undefined {
  const text = spoken(words);
  if (REMIND_ME.test(text)) return 'yes';
  if (text.length > LONGEST || text.endsWith('?')) return undefined;
  if (YES.test(text)) return 'yes';
  return NO.test(text) ? 'no' : undefined;
}

export function saysUnknownDay(words: string): boolean {
  const text = spoken(words);
  return text.length <= LONGEST && !text.endsWith('?') && UNKNOWN_DAY.test(text);
}

/** A day in a message is the day of the change only when it speaks of one. */
export function tellsOfChange(words: string): boolean {
  return CHANGE.test(words);
}
