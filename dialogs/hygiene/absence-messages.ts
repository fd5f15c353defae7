/** Words of the request for a planned absence, and of a colleague's account that has gone. */
import type { AbsenceRequestOutcome } from '../../hygiene/absence-request.ts';

const HELPDESK = 'the NHSmail helpdesk on 0333 200 1133, 24 hours a day';
const MENU = { title: 'Menu', say: 'menu' };

export const CANNOT_ASK_FOR_YOU = {
  title: 'I cannot ask for you',
  text: `I do not know which organisation your account is with. Ring your Local Administrator, or ring ${HELPDESK}.`,
  buttons: [MENU],
};

export function absenceAsked(result: AbsenceRequestOutcome) {
  switch (result.outcome) {
    case 'asked': {
      const who =
        result.administrators === 1
          ? `The administrator of ${result.organisation} gets your request`
          : `The ${result.administrators} administrators of ${result.organisation} get your request`;
      return {
        title: 'I have asked for you',
        text: `${who} here in Teams. They will want to know your first and last day away.\n\nIf you hear nothing before you leave, ring ${HELPDESK}.`,
        buttons: [MENU],
      };
    }
    case 'asked-before':
      return {
        title: 'You have asked already today',
        text: `The administrators of ${result.organisation} have your request. Nothing is sent twice.\n\nIf you hear nothing before you leave, ring ${HELPDESK}.`,
        buttons: [MENU],
      };
    case 'own-administrator':
      return {
        title: 'You are the administrator',
        text: `Nobody else administers ${result.organisation} here. Open the hygiene report, choose your own account and mark the absence.`,
        buttons: [{ title: 'Hygiene report', say: 'hygiene report' }, MENU],
      };
    case 'no-administrator':
      return {
        title: 'I can reach no administrator for you',
        text: result.isNas
          ? `No administrator of ${result.organisation} uses this assistant. Ask the owner of your shared mailbox, or ring ${HELPDESK}.`
          : `No administrator of ${result.organisation} uses this assistant. Ring your Local Administrator, or ring ${HELPDESK}.`,
        buttons: [MENU],
      };
    case 'not-in-a-report':
      return CANNOT_ASK_FOR_YOU;
  }
}

export const ACCOUNT_HAS_GONE = {
  title: 'Your colleague’s account has gone',
  steps: [
    'Ring your Local Administrator today. They can see what happened to the account.',
    `If your site has none, ring ${HELPDESK}.`,
    'Have ready: your colleague’s name, their address, and when it last worked.',
  ],
};
