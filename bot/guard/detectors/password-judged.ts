/** "Is … a good password?", "why was … refused?": people show the password that they ask about. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { type Candidate, candidates } from '../words/candidates.ts';
import { mentionsSigningIn, PASSWORD } from '../words/cues.ts';
import { phraseIsSecret } from '../words/read-secret.ts';
import { examples } from './password-judged.examples.ts';

const JUDGEMENT =
  '(?:good|strong|stronger|ok|okay|okey|allowed|accepted|acceptable|reject(?:ed)?|refused?|common|weak|breached|compromised|safe|secure|short|long|similar|valid|fine|enough|simple|easy|complex|complicated|better|banned|blocked|leaked|hacked|do|meet|meets|pass|count|counts|work|wrong|turned down|last|guessable|decent|alright|all right|any good|suitable)';
const ASKED_ABOUT = bounded(
  '(?:^|[^\\w])(?:is|would|wud|will|was|does|if|can i (?:use|have|keep)|(?:can|could|may|should|shall|do) (?:i|we|she|he|they|you) (?:\\w{1,12} )?(?:use|have|keep|set|pick|choose|go with|reuse)|accept(?:ed|s|ing)?|tak(?:e|es|ing)|likes?|reject(?:ed|s|ing)?|refus(?:ed|es|e|ing)|allow(?:s|ed)?|why (?:is|was|wont|isnt|not)|wrong with|wrong wiv|what about|how about|how (?:good|strong|safe) is|thinking (?:of|about)|says?|saying|rate|check) (?:that |if |my )?["\'(]?$',
  'i',
);
const JUDGED = bounded(
  `^["')]?(?: (?:be|been|being|is|was|has|had|would|will|get|got|gets|getting|keeps|too|not|isn'?t|wasn'?t|hasn'?t|doesn'?t|won'?t|a|an|considered|classed as|still|as|strong|long|it)){0,4} ${JUDGEMENT}(?!\\w)`,
  'i',
);
const REFUSING = bounded(
  "(?:accept(?:ed|s|ing)?|tak(?:e|es|ing)|reject(?:ed|s|ing)?|refus(?:ed|es|e|ing)|wrong with|wrong wiv|lets? (?:me|us|her|him|them) (?:have|use|set|keep|pick|put)) (?:my |the )?[\"'(]?$|(?:can|could|may|cant|can't|cannot) (?:i|we) (?:still |not |just )?(?:use|have|keep|reuse|set|pick|go with) (?:my |the )?[\"'(]?$",
  'i',
);
const WORDS_JUDGED = bounded(
  `(?<![\\w])(?:is|would|wud|will|was) ["']?((?:[^\\s.,;:?!"']{1,30}["']? ){1,6}?)(?:be |being )?(?:too |a |an |my |very |still ){0,2}${JUDGEMENT}(?: enough)?(?: (?:as|for|of|to be|to use as|to use for))?(?: (?:a|an|my|the|as))?(?: (?:new|nhsmail|work|nhs|strong|good))? ${PASSWORD}(?![\\w])`,
);

export const passwordJudged: Detector = {
  kind: 'password',
  title: 'A password whose worth is asked about',
  find(text) {
    const signingIn = mentionsSigningIn(text);
    const found: Span[] = candidates(text).filter((candidate) => isJudged(candidate, signingIn));
    for (const match of text.matchAll(WORDS_JUDGED)) {
      const phrase = (match[1] ?? '').trim().replace(/["']$/, '');
      if (/^(?:an?|my|the|your|this|that|it|his|her|their|our|these|using)(?: |$)/i.test(phrase)) continue;
      const start = text.indexOf(phrase, match.index + 2);
      if (phraseIsSecret(phrase, { digits: true })) found.push({ start, end: start + phrase.length });
    }
    return found;
  },
  examples,
};

function isJudged({ likeness, before, after }: Candidate, signingIn: boolean): boolean {
  const asked = ASKED_ABOUT.test(before);
  const judged = JUDGED.test(after);
  if (likeness === 'strong') return asked || judged || REFUSING.test(before);
  return (asked && judged) || (signingIn && judged) || REFUSING.test(before);
}
