/** Words about a warning that somebody has on their screen. */
import { sayDay } from '../../hygiene/day.ts';
import type { WarningOver } from '../../hygiene/end-warnings.ts';

const MY_ACCOUNT = { title: 'My account', say: 'is my account at risk' };

/** What takes the place of the warning. */
export function warningOver(over: WarningOver) {
  const buttons = [MY_ACCOUNT];
  switch (over.because) {
    case 'in-use': {
      const source = over.reportDate ? `the report of ${sayDay(over.reportDate)}` : 'the last report';
      return {
        title: 'Your account is in use again',
        text: `I know it from ${source}. You do not need to do anything now.\n\nUse your account from time to time to keep it.`,
        buttons,
      };
    }
    case 'seen':
      return {
        title: 'You were in Teams, and that counts',
        text: `You were in Teams on ${sayDay(over.seenOn)}. By the rules of ${over.year} that is use of your account. No more warnings come until there is a newer report.`,
        buttons,
      };
    case 'other':
      return {
        title: 'This warning is out of date',
        text: 'Your account stands differently now. Ask me where it stands.',
        buttons,
      };
  }
}
