/** The words with which people answer yes, no and "not sure". Each list holds beginnings of an answer, as it is spoken. */

const YES_BEGINNINGS = [
  'yes|yeah|yea|yeh|yep|yup|ye|y|aye|👍',
  "we (?:did|have|do|are)|we'?ve (?:done|met|got|finished)|i (?:did|have|do)",
  "(?:they|it)(?:'s| is| are|'re) (?:all )?(?:done|met|finished|complete)",
  '(?:all|every (?:one|single one)) of (?:them|it)|every single one|all (?:done|met|sorted|finished|complete\\w*)',
  'met|done|sorted|finished|completed?|of course|definitely|absolutely|correct|true',
  '(?:all|every one|everything|the lot|100%)(?=$|,)',
];
const NO_BEGINNINGS = [
  'no|nope|nah|na|n|nay|never|none|unfortunately not|👎',
  'not (?:yet|all|really|quite|done|met|everything|every one|fully|completely|at the moment|so far|us)',
  'some|most(?:ly)?|nearly|almost|half|about half|partly|partially|kind of|sort of|a few|a couple',
  'in progress|still (?:working|doing|to do|got)|working on (?:it|them)|getting there',
  "we (?:did not|didn'?t|have not|haven'?t|don'?t|aren'?t|are not|still|only|never)",
  "we'?(?:re (?:not|getting there|working|nearly|almost|still)|ve (?:only|not|still))",
  "i (?:haven'?t|have not|didn'?t|did not)|haven'?t|didn'?t|isn'?t|aren'?t|(?:it|they)(?:'s|'re| is| are) not",
  'only (?:some|a few|half|one|two)',
];
const UNSURE_BEGINNINGS = [
  "unsure|(?:i'?m |i am |we'?re |we are )?not (?:(?:really|too|very|quite|entirely|100%|totally|at all) )*(?:sure|certain)",
  "(?:(?:i|we) )?(?:really )?(?:don'?t|do not|didn'?t) (?:actually |really )?(?:know|remember|have a clue)",
  "dunno|idk|no (?:idea|clue)|not a clue|(?:i )?haven'?t (?:got )?a clue|(?:i )?have no (?:idea|clue)",
  'beats me|who knows|maybe|perhaps|possibly|probably|could be|might (?:be|have)|pass',
  '(?:i|we) (?:think|believe|guess|suppose|hope)(?: (?:so|we (?:have|did)|they are))?',
  "couldn'?t (?:tell|say)|can'?t (?:say|remember|tell)|(?:i'?d |i would )?(?:have|need) to (?:ask|check)",
  'someone else does|my manager (?:does|knows)',
];

const beginningWith = (beginnings: readonly string[]) => new RegExp(`^(?:${beginnings.join('|')})(?![\\w'])`);

export const YES = beginningWith(YES_BEGINNINGS);
export const NO = beginningWith(NO_BEGINNINGS);
export const UNSURE = beginningWith(UNSURE_BEGINNINGS);

/** An answer that goes on to ask something is a question. */
export const ALSO_ASKS =
  /(?:\b(?:but|and|so|or)|[,.]) (?:how|what|when(?:'s| is| does)|where|who|which|why|can (?:i|we|you)|do (?:i|we) (?:need|have)|should (?:i|we))\b/;
