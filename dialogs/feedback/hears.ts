/** What people say when the answer was about something else. */

const BEFORE = '(?:(?:no|nope|sorry|hm+|um+|but|well|ok|actually)[,.! ]+)*';
const IT = "(?:(?:that|this|it)(?:'?s| is| was)? )?";
const NOT = "(?:not|isn'?t|wasn'?t) (?:really |quite |exactly |at all )?";
const MEANT =
  '(?:ask(?:ed|ing)?|meant|mean|want(?:ed)?|was after|after|look(?:ed|ing))(?: (?:for|about|to know))?';
const ASKED = `(?:what|the (?:question|thing|one)(?: that)?) i(?:'?m| am| was| have|'?ve)? ?${MEANT}`;
const FAILED = "(?:does ?n'?t|did ?n'?t|has ?n'?t|have ?n'?t|does not|did not)";

const WAYS = [
  `${IT}${NOT}${ASKED}`,
  `(?:that|this|it) ${FAILED} answer(?:ed)? (?:my|the) question`,
  `you ${FAILED} (?:answer|understand|understood|answered)(?: (?:my|the) question)?`,
  "(?:that|this|it)(?:'?s| is| was) (?:the )?wrong(?: answer)?",
  '(?:the )?wrong answer',
  'i (?:asked|meant) something else',
];

export const NOT_ASKED = new RegExp(`^${BEFORE}(?:${WAYS.join('|')})[.! ]*$`.replaceAll("'?", "['’]?"), 'i');

const POLITE = '(?:please |can (?:i|you) |could you |i (?:want|would like) to )*';
const SUMMARY =
  '(?:the |my |your )?(?:weekly (?:summary|report|card|feedback)|feedback (?:summary|report)|summary of (?:the )?feedback)';
const END = '(?: please| every week)?[?.! ]*$';

/** From an administrator. */
export const WEEKLY = new RegExp(`^${POLITE}(?:(?:show|see|open|get)(?: me)? )?${SUMMARY}${END}`, 'i');
export const WEEKLY_STOP = new RegExp(
  `^${POLITE}(?:stop|do ?n['’]?t|do not|no more|turn off|cancel)(?: sending)?(?: send)?(?: me)? ${SUMMARY}${END}`,
  'i',
);
export const WEEKLY_START = new RegExp(
  `^${POLITE}(?:start|turn on|send)(?: sending)?(?: me)? ${SUMMARY}${END}`,
  'i',
);
