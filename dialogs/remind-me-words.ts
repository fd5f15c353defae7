/** "Remind me" and nothing more: what of depends on what was shown just before. */
export const REMIND_ME =
  /^(?:(?:please|pls|ok|okay|yes|yeah|can|could|will|would|you|i want you to|i(?:['’]?d)? like you to) )*(?:(?:remind|alert|nudge) me|(?:set|give me|send me|i (?:want|need)) (?:a |some )?reminders?)(?: (?:about|of|for) (?:it|this|that))?(?: (?:please|pls|then|later|nearer the time))*[?.! ]*$/i;
