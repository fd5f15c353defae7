/** Words of a person who has opened or clicked something already: "leave it unopened" comes too late for them. */

const DID_NOT =
  "n['’]t\\b|\\b(?:havent|hasnt|didnt|not|never|nearly|almost|before|if|unless|until|allowed|ok to|okay to)\\b";
/** They gave their details as well: then it is about the password. */
const GAVE =
  '\\b(?:pass ?word|paswo?rd|details|typed|entered|filled|log(?:ged)? ?-?in|sign(?:ed)? ?-?in|put (?:it|in|my))\\b';
const OPENED =
  '\\b(?:clicked|clickd|clikced|tapped|opened|opend|downloaded|installed|followed|scanned|pressed)\\b';

export const CLICKED = new RegExp(`^(?!.*(?:${DID_NOT}|${GAVE})).*${OPENED}`, 'is');
