/** How sure the model must be. Set on `npm run eval`; docs/understanding.md has the figures behind each. */
export const LIMITS = {
  /** From here on the best entry is clear by itself; below it the feature of the message counts as well. */
  clear: 0.4,
  /** From here on an entry (with its twins) is shown as the answer … */
  answer: 0.1,
  /** … if it is this many times as likely as all known gaps and small talk together. */
  answerOverUncovered: 1.3,
  /** From here on the three best are offered as a choice, taken together … */
  choose: 0.08,
  /** … if they are this share of all known gaps and small talk together. */
  chooseOverUncovered: 0.3,
  /** From here on a known gap is named; below it the reply is general. */
  gap: 0.15,
  /** From here on small talk is answered as such. */
  smallTalk: 0.2,
} as const;
