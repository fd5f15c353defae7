/** Words of danger that are said of machines, work and moods: "this is killing me", "my phone died", "hit send". */

/** Matched in lower case, without apostrophes. */
const FIGURES: readonly RegExp[] = [
  /\b(?:is|are|was|been|its)? ?killing (?:me|us|my (?:back|feet|eyes|head|wrists?|battery|time))\b/g,
  /\b(?:kill|killed|killing|kills) (?:for an?|the|an?|this|that|time|it|off|two birds|your|my (?:session|account|phone|laptop|computer|battery|app|browser|mood|login|time))\b/g,
  /\b(?:boss|manager|matron|supervisor|ward sister|partners)(?: will| is going to| are going to| is gonna| would|ll|d) (?:absolutely |literally )?(?:kill|murder) me (?:if|when|for|unless|because)\b/g,
  /\b(?:kill|killed|killing) (?:my|your) ?self (?:laughing|to get|trying)\b/g,
  /\bdying (?:to|for (?:an?|some))\b/g,
  /\b(?:die|died|dying|dies) (?:on me|laughing|of (?:boredom|embarrassment|shame|laughter))\b/g,
  /\b(?:phone|laptop|battery|computer|pc|ipad|tablet|screen|session|meeting|call|link|account|app|wi-?fi|connection|printer|mouse|keyboard|internet|line) (?:has |just |is |was |keeps )*(?:died|dead|dying|dies)\b/g,
  /\bdead(?:lines?| ?lock| easy| slow| boring| good| simple| links?| accounts?| mailbox| end| line| battery| wood| weight| on my feet| gorgeous)\b/g,
  /\b(?:hit|hits|hitting|beat|beats|kick|kicks|kicked|punch)(?: (?:on|the|my|your|our|a (?:wall|snag|problem|limit|brick wall|dead end|button|key)|reply|send|enter|delete|return|submit|next|target|targets|deadline|limit|quota|roof|wall|road|nail|all|up|off|out|in))+\b/g,
  /\b(?:beats me|to death|over my dead body|suicide squad|assisted suicide|bored (?:to tears|stiff)|dressed to kill|kill ?switch|killer)\b/g,
  /\b(?:suicide|self[ -]?harm|safeguarding|abuse|domestic (?:abuse|violence))(?: (?:prevention|awareness|risk|screening|level \d|and \w+))* (?:training|course|policy|policies|procedure|module|leaflet|poster|webinar|audit|e-?learning|guidance|team|statistics|stats|refresher|certificate|document|spreadsheet)\b/g,
  /\babus(?:e|es|ed|ing|ive) (?:of |the )?(?:the |our |my |an? )?(?:nhs ?mail|e-?mails?|messages?|mailbox|system|service|account|position|power|policy|privilege|teams|it\b|use|language|text|callers?|phone calls?)/g,
  /\bmodern slavery (?:statement|act|policy)\b|\bsexual (?:assault|abuse) (?:referral|advice|support) (?:centre|service|clinic)\b/g,
  /\bin danger of (?:losing|being (?:removed|deleted)|going|missing)\b|\bat (?:the )?risk of (?:losing|being (?:removed|deleted|switched))\b/g,
  /\btak(?:e|en|ing) it all in\b|\bgo on and on\b|\b(?:ha(?:ha)+|lol|lmao)\b.{0,20}cant breathe|(?:😂|🤣)\s*i? ?cant breathe/gu,
  /\b(?:hopeless|desperate) (?:at|for|to get|to log|with)\b/g,
];

/** @returns the message in lower case, without apostrophes, with a dash in place of each figure of speech. */
export function withoutFiguresOfSpeech(message: string): string {
  const plain = message
    .toLowerCase()
    .normalize('NFKC')
    .replace(/['‘’`´]/g, '')
    .replace(/\s+/g, ' ');
  return FIGURES.reduce((text, figure) => text.replace(figure, ' - '), plain);
}
