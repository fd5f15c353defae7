import { SEND_PROGRESS } from '../../delivery/send-progress.ts';
import { DELIVERY_RESULT, SEND_FINISHED } from '../../delivery/send-report.ts';
import { ABSENCE_REQUEST } from '../../hygiene/absence-request.ts';
import { DIGEST } from '../../hygiene/digest/digest.ts';
import { WARNING_OVER } from '../../hygiene/end-warnings.ts';
import { INACTIVITY_WARNING } from '../../hygiene/inactivity-warning.ts';
import { WARNING_REPLY } from '../../hygiene/tell-reply.ts';
import type { Feature } from '../feature.ts';
import { ACCOUNT_REMINDER, accountReminder } from './account-reminders.ts';
import { digestCard } from './digest.ts';
import { hears } from './hears.ts';
import { HygieneDialog } from './hygiene-dialog.ts';
import {
  finishedCard,
  overCard,
  replyCard,
  requestCard,
  resultCard,
  sendCard,
  warningCard,
} from './owed-cards.ts';

export const feature: Feature = {
  id: 'hygiene',
  title: 'Inactive accounts',
  menu: [
    {
      title: 'Is my account at risk?',
      detail: 'When your account was last used, and when it could be removed.',
      say: 'is my account at risk',
    },
    {
      title: 'Hygiene report',
      detail: 'Accounts of your organisations by stage, and the ones due soonest.',
      say: 'hygiene report',
      for: 'administrators',
    },
    {
      title: 'Your digest',
      detail: 'How your accounts stand and whom no warning reached, each day or week.',
      say: 'my digest',
      for: 'administrators',
    },
  ],
  hears,
  personal: [
    'account',
    'acknowledge',
    'askabsence',
    'askadministrator',
    'automatic',
    'automaticoff',
    'automaticon',
    'cancel',
    'confirm',
    'decide',
    'digest',
    'discard',
    'export',
    'exported',
    'file',
    'form',
    'hours',
    'keepdigest',
    'keephours',
    'leave',
    'leaving',
    'propose',
    'remind',
    'report',
    'search',
    'stopsend',
    'undo',
    'unimport',
    'unreached',
    'unreachedfile',
    'unremind',
    'use',
    'who',
  ].map((place) => `hygiene.${place}`),
  takesFiles: 'hygiene.file',
  create: (deps) => new HygieneDialog(deps),
  owed: {
    [INACTIVITY_WARNING]: warningCard,
    [WARNING_OVER]: overCard,
    [WARNING_REPLY]: replyCard,
    [DIGEST]: digestCard,
    [DELIVERY_RESULT]: resultCard,
    [SEND_PROGRESS]: sendCard,
    [SEND_FINISHED]: finishedCard,
    [ACCOUNT_REMINDER]: accountReminder,
    [ABSENCE_REQUEST]: requestCard,
  },
};
