/** Words of a person who has told a password already: what they need is what to do now, not a warning. */

const ASKS_OR_DID_NOT =
  "\\b(?:if|should|shall|can|could|may|must|do|would) (?:i|we)\\b|n['’]t\\b|\\b(?:didnt|havent|wouldnt|not|never|nearly|almost)\\b";
const HAS =
  "(?:i(?:['’]?ve| have|['’]d)?|and(?: i)?|but i|so i) (?:just |already |stupidly |then |have |had |even )*(?:told|gave|give|given|shared|said|read)(?: (?:it|my password|the password|out))* ?(?:to |with )?(?:them|him|her|it|my password|somebody|someone)";

export const TOLD = new RegExp(
  `^(?!.*(?:${ASKS_OR_DID_NOT})).*\\b${HAS}\\b(?! (?:no|nothing|off|to|i|that i|where|about)\\b)`,
  'is',
);
