/** Words about answers to a warning: for the person, and for their administrators. */
import type { AskOutcome } from '../../hygiene/ask-administrators.ts';
import { sayDay } from '../../hygiene/day.ts';
import type { ReplyOutcome, WarningReply } from '../../hygiene/warning-reply.ts';

const MENU = { title: 'Menu', say: 'menu' };
const MY_ACCOUNT = { title: 'My account', say: 'is my account at risk' };
const WHAT_COUNTS = { title: 'What counts as using it?', say: 'what counts as activity' };
const HELPDESK = 'the NHSmail helpdesk on 0333 200 1133, 24 hours a day';
const WARNINGS_GO_ON = 'Until they mark it, warnings may still come.';

export const STILL_HERE = {
  title: 'Thank you for telling us',
  text: 'I have noted it. Telling us is not enough: only using the account counts. Please log in to the NHSmail portal today.',
  buttons: [WHAT_COUNTS, MY_ACCOUNT],
};

export const LEAVING = {
  title: 'Are you leaving?',
  question: 'Shall I tell your administrators that you are leaving?',
  help: 'They can then mark your account as a leaver’s. An account of somebody who has left is deleted in the end.',
  yes: 'Yes, tell them that I am leaving',
  no: 'No, I am not leaving',
};

export const NOT_LEAVING = {
  title: 'Nobody was told',
  text: 'Use your account to keep it. Logging in to the NHSmail portal is enough.',
  buttons: [MY_ACCOUNT, WHAT_COUNTS],
};

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

/** What came of telling the administrators. */
export function toldAdministrators(answer: WarningReply['answer'], asked: AskOutcome) {
  const buttons = [MY_ACCOUNT, MENU];
  switch (asked.outcome) {
    case 'asked': {
      const who =
        asked.administrators === 1
          ? `The administrator of ${asked.organisation} is told`
          : `The ${asked.administrators} administrators of ${asked.organisation} are told`;
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
  return answer === 'leaving'
    ? {
        ...common,
        title: `${name} says that they are leaving`,
        steps: [
          'Ask them on which day they leave.',
          'Open the account and mark the leaver. Then no more warnings go to them.',
        ],
      }
    : {
        ...common,
        title: `${name} asks for help with a warning`,
        steps: [
          'Ask them what they need. They may not be able to log in.',
          'If they will be away for long, open the account and mark a planned absence.',
          'If they cannot log in, the NHSmail helpdesk helps on 0333 200 1133.',
        ],
      };
}
