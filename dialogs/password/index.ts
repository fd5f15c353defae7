import type { Feature } from '../feature.ts';
import { PasswordDialog } from './password-dialog.ts';

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
  create: (deps) => new PasswordDialog(deps),
};
