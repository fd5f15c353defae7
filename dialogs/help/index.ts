import type { Feature } from '../feature.ts';
import { REMIND_ME } from '../remind-me-words.ts';
import { HelpDialog } from './help-dialog.ts';

export const feature: Feature = {
  id: 'help',
  title: 'Help',
  menu: [],
  hears: [
    // After an answer on the password or the toolkit it is about that: their own hearings come first.
    { says: REMIND_ME, opens: 'help.remind' },
    { says: /^yes,? (please )?delete (all )?my data[.!]*$/i, opens: 'help.forget-me' },
    { says: /^no,? keep my data[.!]*$/i, opens: 'help.menu' },
    {
      says: /^(please )?(delete|erase|remove|forget) (all )?(of )?my data[.!?]*$/i,
      opens: 'help.delete-my-data',
    },
    {
      says: /^(what|which) (data )?(do|have) (you|u) (know|keep|hold|store|stored|got) (about|on|of) me[.?!]*$|^(show me )?my data[.?!]*$/i,
      opens: 'help.my-data',
    },
  ],
  personal: ['help.delete-my-data', 'help.forget-me', 'help.my-data'],
  create: (deps) => new HelpDialog(deps),
};
