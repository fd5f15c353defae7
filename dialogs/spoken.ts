/** A short reply without what people say around it: "erm, yeah we did tbh" is "yeah we did". */

const BEFORE =
  /^(?:(?:ok(?:ay)?(?= )|got it|i see|found (?:it|them)|thanks|e+r+m*|u+m+|uh+|hm+|ah+|oh|well|right|so|ok so|okay so|like|sorry|hi|hello|hey|i mean|to be honest|honestly|tbh|actually|i'?m afraid|afraid|just|and|that would be|that'?s a|it'?s a|the answer is|answer:?|a:|:)[\s,.:;-]+)+/;
const AFTER =
  /(?:[\s,.!;-]+(?:tbh|to be honest|honestly|sorry|thanks|thank you|ta|cheers|mate|love|lol|haha|please|pls|plz|though|i'?m afraid|afraid|bab|duck|hun|x+|👍🏽?|🙂|😊))+$/;

/** In lower case, with one kind of apostrophe. A question mark stays. */
export function spoken(words: string): string {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ');
  const bare = text
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(/[.!]+$/, '')
    .trim();
  return bare || text;
}
