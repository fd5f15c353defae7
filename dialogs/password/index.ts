import type { Feature } from '../feature.ts';
import { hears } from './hears.ts';
import { PasswordDialog } from './password-dialog.ts';
import { PASSWORD_REMINDER, reminderCard } from './reminders.ts';

export const feature: Feature = {
  id: 'password',
  title: 'Password help',
  menu: [
    {
      title: 'Password help',
      detail: 'Locked out, expired, first log-in, and the password rules.',
      say: 'help with my password',
    },
  ],
  hears,
  personal: ['password.noreminders', 'password.remind', 'password.reminders'],
  create: (deps) => new PasswordDialog(deps),
  owed: { [PASSWORD_REMINDER]: reminderCard },
};
