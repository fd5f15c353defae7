/** The words around tickets, and the national helpdesk as the 2020 slides give it. */
import type { Unfit } from '../../tickets/teams-channels.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { MENU_BUTTON } from '../messages.ts';

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

/** NAS sites have no Local Administrator: NHSmail support pages on the National Administration Service. */
export const NAS_FIRST =
  'The National Administration Service (NAS) runs your accounts, so you have no Local Administrator. Ask the owner of your shared mailbox first.';

export const CANNOT_WAIT = `If it cannot wait, ring the national NHSmail helpdesk: ${HELPDESK.helpdeskPhone}.`;

/** Why the person is told whom to ring, and gets no form. */
export const NO_FORM = {
  unknown: 'I do not know which organisation you belong to, so I cannot pass your question on.',
  'no-channel': 'Your organisation has no channel for questions here, so I cannot pass yours on.',
  unfit: 'Your organisation’s channel for questions cannot be used at the moment.',
  'too-many': 'You have five questions waiting. Please wait for an answer, or ring.',
};

export function goesTo(organisation: string | undefined): string {
  return `This goes to the helpers of ${organisation ?? 'the organisation that you choose'}. Everybody in their Teams channel can read it, with your name and address.`;
}

export const FORM_PROBLEM = {
  empty: 'Write your question first.',
  organisation: 'Choose an organisation first.',
};

/** @param kinds in words, such as `a password`. */
export function hidden(kinds: readonly string[]): string {
  const what = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(kinds);
  return `I hid ${what} in what you wrote. Check it, then send it again.`;
}

export function sentWords(organisation: string, hours: string) {
  return {
    title: 'Your question is on its way',
    text: `The helpers of ${organisation} answer ${hours}. Their answer comes here.\n\n${CANNOT_WAIT}`,
    buttons: [MENU_BUTTON],
  };
}

export const DROPPED = { title: 'Nothing was sent', text: 'You can ask me something else.', buttons: [] };

export const NOT_THIS_CHANNEL = {
  title: 'This channel is not used',
  text: 'Nothing was changed.',
  buttons: [],
};

export const NOT_YOURS = {
  title: 'I cannot find this question',
  text: 'It may have been deleted, or it belongs to somebody else.',
  buttons: [],
};

/** Why the person who asked is told whom to ring. */
export const NOBODY_TOOK = {
  title: (number: number) => `Nobody has taken your question ${number} yet`,
  lead: 'It is still there, and somebody may answer it. If you do not want to wait, you can ring.',
};
export const NOBODY_ANSWERS = {
  title: (number: number) => `Nobody can answer your question ${number} at the moment`,
  lead: 'Your organisation’s channel for questions is not used at the moment. Your question is kept. Please ring.',
};

/** What somebody wrote back, when there is no channel to which it could go. */
export const KEPT =
  'I kept this, but nobody can read it at the moment. Your organisation has no channel for questions. I tell you whom to ring.';

export const THEY_WROTE_BACK = {
  title: '',
  text: 'They wrote back. You can read and answer it on the card above.',
  buttons: [],
};

/** Who has it, for helpers and for the person who asked alike. */
export function standingOf({
  state,
  takenName,
  toldToRingAt,
}: Pick<Ticket, 'state' | 'takenName' | 'toldToRingAt'>): string {
  if (state === 'closed') return 'Closed.';
  if (state === 'answered') return `${takenName} answered it.`;
  if (state === 'taken') return `${takenName} has taken it.`;
  return toldToRingAt ? 'Nobody has taken it in time. I have said whom to ring.' : 'Nobody has taken it yet.';
}

export const HELPER_PROBLEM = {
  'written-since': 'Somebody wrote in the meantime. Read it, then send your answer again.',
  'is-closed': 'It is closed. Reopen it first.',
  'no-words': 'Write your answer first.',
};

/** Why what the person who asked wrote did not go. What helpers alone can be told is never told to them. */
export const ASKER_PROBLEM = {
  ...HELPER_PROBLEM,
  'taken-by-other': '',
  'too-many': NO_FORM['too-many'],
  'wait-for-helper': `You have written three times. Please wait for an answer. ${CANNOT_WAIT}`,
};

export function takenBy(name: string | null): string {
  return `${name ?? 'Somebody'} was quicker and has taken it.`;
}

/** Words in a channel, which others read: they name nobody and nothing. */
export const IN_CHANNEL = {
  'not-here': {
    title: 'This question is not answered here',
    text: 'It may have been deleted, or your channel is another one now.',
    buttons: [],
  },
  guest: {
    title: 'I cannot do that for you',
    text: 'Only members of this team who are no guests can do this.',
    buttons: [],
  },
  later: {
    title: 'Teams does not answer me at the moment',
    text: 'Nothing was changed. Please try again in a minute.',
    buttons: [],
  },
};

export const CHANNEL = {
  elsewhere: {
    title: 'Please write this in the channel',
    text: 'Open the channel in Teams. Mention me there, and write “use this channel for” with your organisation’s code.',
    buttons: [],
  },
  'no-code': {
    title: 'For which organisation?',
    text: 'Mention me again, and write “use this channel for” with the code of your organisation.',
    buttons: [],
  },
  refused: {
    title: 'I cannot do that for you',
    text: 'Only a Local Administrator of this organisation can choose its channel for questions.',
    buttons: [],
  },
  expired: {
    title: 'This card has expired',
    text: 'Mention me, and write “use this channel for” with the code of your organisation.',
    buttons: [],
  },
  ended: {
    title: 'This channel is no longer used',
    text: 'No more questions come here. People who ask are told whom to ring.',
    buttons: [],
  },
  none: {
    title: 'This channel is not used for questions',
    text: 'There is nothing to stop.',
    buttons: [],
  },
} as const;

export const UNFIT: Record<Unfit, { title: string; text: string; buttons: never[] }> = {
  'not-standard': {
    title: 'This channel cannot be used',
    text: 'Choose a standard channel of a team. Private and shared channels, and chats, cannot be used.',
    buttons: [],
  },
  guests: {
    title: 'This team has guests',
    text: 'Questions can hold personal details, so a team with guests cannot be used. Choose another team.',
    buttons: [],
  },
};

/** To administrators, when the service gave their channel up. */
export function channelGivenUp(organisation: string, why: Unfit) {
  const because = {
    'not-standard': 'It is no standard channel of a team any more, or I was removed from it.',
    guests: 'Its team has a guest now. Guests could read the questions.',
  };
  return {
    title: 'Your channel for questions is no longer used',
    text: `This is about ${organisation}.\n\n${because[why]}\n\nPeople who ask are told whom to ring. To go on, choose a channel again: mention me there, and write “use this channel for” with your code.`,
    buttons: [MENU_BUTTON],
  };
}

export function channelInUse(odsCode: string) {
  return {
    title: 'This channel is in use',
    text: `People of ${odsCode} can now send questions here. To end it, write “stop using this channel” to me.`,
    buttons: [],
  };
}
