/** Where the password help ends: which facts each end shows. The facts themselves are entries. */
import type { AnswerId } from './problems.ts';

/** It is about keeping the password a secret: a clause is shown. */
export type SecrecyId = 'asked' | 'known' | 'clicked';
export type EndId = Exclude<AnswerId, 'refused' | 'colleague'> | SecrecyId;

export interface End {
  /** The fact that answers. */
  answer: string;
  /** The steps are those that follow every refusal, not the answer's own. */
  refused?: true;
  /** Facts on what the person will see. None: the sources do not show it. */
  sees: readonly string[];
  rules: boolean;
  /** Facts that are good to know afterwards. */
  after: readonly string[];
}

export const RULES_FACT = 'password/rules';
export const PORTAL_FACT = 'password/web-address';
export const COLLEAGUE_FACT = 'password/colleague-locked-out';
/** In the order to ask. */
export const HOURS_FACT = 'password/helpdesk-hours';
export const HELP_FACTS = ['password/nas-users', 'password/helpdesk-contact', HOURS_FACT] as const;

const refused = (answer: string, after: readonly string[] = []): End => ({
  answer,
  refused: true,
  sees: ['password/update-password-page'],
  rules: true,
  after: [...after, 'password/good-password'],
});

export const ENDS: Readonly<Record<Exclude<EndId, SecrecyId>, End>> = {
  expired: {
    answer: 'password/expired',
    sees: ['password/update-password-page'],
    rules: true,
    after: ['password/wait-after-change', 'password/keeps-locking'],
  },
  forgotten: {
    answer: 'password/forgotten',
    sees: ['password/self-service-reset'],
    rules: true,
    after: ['password/wait-after-change', 'password/keeps-locking'],
  },
  'locked-out': {
    answer: 'password/locked-out',
    sees: ['password/self-service-reset'],
    rules: true,
    after: ['password/keeps-locking'],
  },
  'new-phone': { answer: 'password/new-phone', sees: [], rules: false, after: [] },
  'first-log-in': {
    answer: 'password/first-log-in',
    sees: ['password/temporary-password', 'password/aup-at-first-login'],
    rules: true,
    after: ['password/first-password', 'password/apps-blocked'],
  },
  'too-short': refused('password/minimum-length'),
  'last-4': refused('password/passwords-remembered'),
  common: refused('password/common-password'),
  breached: refused('password/breached-password', ['password/breached-not-hacked']),
  'reason-unsure': {
    answer: 'password/new-password-refused',
    sees: ['password/update-password-page'],
    rules: true,
    after: ['password/good-password'],
  },
  other: { answer: 'password/who-helps-first', sees: [], rules: false, after: [] },
  'colleague-unsure': { answer: COLLEAGUE_FACT, sees: [], rules: false, after: [] },
};

/** Shown beside the clause when somebody asked for a password, or may have it. */
export const SECRECY_FACTS = {
  asked: ['password/secret-characters'],
  known: ['password/someone-knows', 'password/keeps-locking'],
  clicked: ['password/someone-knows'],
} as const satisfies Record<SecrecyId, readonly string[]>;
export const CHANGE_FACT = 'password/where-to-change';

/** Every fact that the help stands on: checked when the service starts. */
export const FACTS: readonly string[] = [
  RULES_FACT,
  PORTAL_FACT,
  COLLEAGUE_FACT,
  CHANGE_FACT,
  ...HELP_FACTS,
  ...Object.values(ENDS).flatMap(({ answer, sees, after }) => [answer, ...sees, ...after]),
  ...Object.values(SECRECY_FACTS).flat(),
];
