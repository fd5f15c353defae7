/** How sure the model must be. Set on `npm run eval`; docs/understanding.md has the figures. */
export const LIMITS = {
  /** From here on an entry is shown as the answer. */
  answer: 0.35,
  /** From here on, entries are offered as a choice. Below it the sources are said not to answer. */
  choose: 0.12,
  /** A third option must be at least this likely. */
  option: 0.04,
  /** Below this, a known gap gives way to a clause that is nearly as likely. */
  gap: 0.3,
  /** "Nearly as likely": this share of the gap's likelihood. */
  rival: 0.7,
} as const;
