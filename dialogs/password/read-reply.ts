/** Reads short replies: yes or no to reminders, and not knowing the day. */

const LONGEST = 60;
const YES =
  /^(yes|yeah|yep|yup|y|ok|okay|sure|go on|please|please do|remind me|do it|of course|definitely)\b/;
const NO = /^(no|nope|nah|n|not now|no thanks?|don'?t|do not)\b/;
const UNKNOWN_DAY =
  /^(i )?(don'?t|do not|can'?t|cannot|cant|dont) (know|remember|recall)\b|^(no idea|not sure|unsure|dunno|idk|i'?m not sure|i have no idea|i forget|i forgot)\b/;
const CHANGE = /\b(chang|set|updat|reset|renew)\w*/i;

/** @returns undefined when the words answer nothing. */
export function readYesNo(words: string): 'yes' | 'no' | undefined {
  const text = plain(words);
  if (text.length > LONGEST || text.endsWith('?')) return undefined;
  if (YES.test(text)) return 'yes';
  return NO.test(text) ? 'no' : undefined;
}

export function saysUnknownDay(words: string): boolean {
  const text = plain(words);
  return text.length <= LONGEST && !text.endsWith('?') && UNKNOWN_DAY.test(text);
}

/** A day in a message is the day of the change only when it speaks of one. */
export function tellsOfChange(words: string): boolean {
  return CHANGE.test(words);
}

function plain(words: string): string {
  return words.trim().toLowerCase().replace(/[’‘`]/g, "'");
}
