/** Words about answers to a warning: for the person, and for their administrators. */
import type { AskOutcome } from '../../hygiene/ask-administrators.ts';
import { sayDay } from '../../hygiene/day.ts';
import type { TakenBack, WarningReply } from '../../hygiene/tell-reply.ts';
import type { ReplyOutcome } from '../../hygiene/warning-reply.ts';

const MENU = { title: 'Menu', say: 'menu' };
const MY_ACCOUNT = { title: 'My account', say: 'is my account at risk' };
const WHAT_COUNTS = { title: 'What counts as using it?', say: 'what counts as activity' };
const HELPDESK = 'the NHSmail helpdesk on 0333 200 1133, 24 hours a day';
const WARNINGS_GO_ON = 'Until they mark it, warnings may still come.';

/** @param takenBack what came of taking it back with the administrators, where they had been told of leaving. */
export function stillHereNoted(takenBack: TakenBack | undefined) {
  return {
    title: 'Thank you for telling us',
    text: `I have noted it. Telling us is not enough: only using the account counts. Please log in to the NHSmail portal today.${toldNotLeaving(takenBack)}`,
    buttons: [WHAT_COUNTS, MY_ACCOUNT],
  };
}

export const LEAVING = {
  title: 'Are you leaving?',
  question: 'Shall I tell your administrators that you are leaving?',
  help: 'They can then mark your account as a leaver’s. An account of somebody who has left is deleted in the end.',
  yes: 'Yes, tell them that I am leaving',
  no: 'No, I am not leaving',
};

/** @param takenBack nothing when nobody had been told that the person is leaving. */
export function notLeaving(takenBack: TakenBack | undefined) {
  return {
    title: takenBack ? 'Thank you for telling me' : 'Nobody was told',
    text: `Use your account to keep it. Logging in to the NHSmail portal is enough.${toldNotLeaving(takenBack)}`,
    buttons: [MY_ACCOUNT, WHAT_COUNTS],
  };
}

/** A paragraph about those who had been told that the person is leaving, or empty text. */
function toldNotLeaving(takenBack: TakenBack | undefined): string {
  switch (takenBack?.outcome) {
    case undefined:
      return '';
    case 'asked':
      return `\n\n${whoIsTold(takenBack)} that you are not leaving.`;
    case 'taken-back-before':
      return '\n\nYour administrators know that you are not leaving.';
    default:
      return '\n\nYour administrators were told that you are leaving, and I cannot reach them now. Please tell them that you are not.';
  }
}

function whoIsTold({ administrators, organisation }: Extract<AskOutcome, { outcome: 'asked' }>): string {
  return administrators === 1
    ? `The administrator of ${organisation} is told`
    : `The ${administrators} administrators of ${organisation} are told`;
}

export const OLD_WARNING: Record<
  Exclude<ReplyOutcome['outcome'], 'recorded'>,
  { title: string; text: string; buttons: { title: string; say: string }[] }
> = {
  over: {
    title: 'This warning is over',
    text: 'Your account stands differently now. You do not need to answer it.',
    buttons: [MY_ACCOUNT],
  },
  expired: {
    title: 'This warning is out of date',
    text: 'Nothing was done. Ask me where your account stands now.',
    buttons: [MY_ACCOUNT],
  },
};

export function warningIsOver(takenBack: TakenBack | undefined) {
  return { ...OLD_WARNING.over, text: `${OLD_WARNING.over.text}${toldNotLeaving(takenBack)}` };
}

/** What came of telling the administrators. */
export function toldAdministrators(answer: 'leaving' | 'ask', asked: AskOutcome) {
  const buttons = [MY_ACCOUNT, MENU];
  switch (asked.outcome) {
    case 'asked': {
      const who = whoIsTold(asked);
      return answer === 'leaving'
        ? { title: 'I have told them', text: `${who} that you are leaving. ${WARNINGS_GO_ON}`, buttons }
        : {
            title: 'I have asked for you',
            text: `${who} that you need help with this warning. If you hear nothing, ring ${HELPDESK}.`,
            buttons,
          };
    }
    case 'asked-before':
      return {
        title: 'They know already',
        text: `The administrators of ${asked.organisation} were told today. Nothing is sent twice.`,
        buttons,
      };
    case 'own-administrator':
      return {
        title: 'You are the administrator',
        text: `Nobody else administers ${asked.organisation} here. Open the hygiene report and choose your own account.`,
        buttons: [{ title: 'Hygiene report', say: 'hygiene report' }, MENU],
      };
    case 'no-administrator':
      return {
        title: 'I can reach no administrator for you',
        text: asked.isNas
          ? `No administrator of ${asked.organisation} uses this assistant. Ask the owner of your shared mailbox, or ring ${HELPDESK}.`
          : `No administrator of ${asked.organisation} uses this assistant. Ring your Local Administrator, or ring ${HELPDESK}.`,
        buttons,
      };
    case 'not-in-a-report':
      return OLD_WARNING.expired;
  }
}

/** What the administrator reads. */
export function replyForAdministrator(reply: WarningReply) {
  const { answer, name, address, organisation, happensOn, repliedOn } = reply;
  const common = {
    address,
    organisation,
    text: happensOn
      ? `Their account is due on ${sayDay(happensOn)}.`
      : 'Their account is in use, and no warning is open.',
    when: `Said on ${sayDay(repliedOn)}.`,
  };
  switch (answer) {
    case 'leaving':
      return {
        ...common,
        title: `${name} says that they are leaving`,
        steps: [
          'Ask them on which day they leave.',
          'Open the account and mark the leaver. Then no more warnings go to them.',
        ],
      };
    case 'not-leaving':
      return {
        ...common,
        title: `${name} says that they are not leaving`,
        text: happensOn ? common.text : '',
        steps: [
          'You were told before that they are leaving. That no longer holds.',
          'If you marked them as a leaver, open the account and choose “Still needed”.',
          'If it is marked in the NHSmail portal, take the mark away there too.',
        ],
      };
    case 'ask':
      return {
        ...common,
        title: `${name} asks for help with a warning`,
        steps: [
          'Ask them what they need. They may not be able to log in.',
          'If they will be away for long, open the account and mark a planned absence.',
          'If they cannot log in, the NHSmail helpdesk helps on 0333 200 1133.',
        ],
      };
  }
}
