/** The national helpdesk, as the 2020 slides give it, and what it will want to know. */
export const HELPDESK = {
  helpdeskPhone: '0333 200 1133',
  helpdeskEmail: 'helpdesk@nhs.net',
  helpdeskHours: '24 hours a day, 365 days a year',
};

export const READY_FOR_THE_HELPDESK = [
  'Your name and a phone number to reach you on.',
  'Who is affected: you, or which colleagues.',
  'What happened, and when it started.',
];
