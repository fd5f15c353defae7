/** The secrets that people type by mistake, and what we call each when we tell them so. */

export type SecretKind =
  | 'password'
  | 'pin'
  | 'security-answer'
  | 'code'
  | 'recovery-key'
  | 'nhs-number'
  | 'patient-details';

/** Completes a sentence such as "Your message held …". */
export const secretInWords: Readonly<Record<SecretKind, string>> = {
  password: 'a password',
  pin: 'a PIN (personal identification number)',
  'security-answer': 'a security answer',
  code: 'a sign-in code',
  'recovery-key': 'a recovery key',
  'nhs-number': 'an NHS number',
  'patient-details': 'patient details',
};

/** Half-open: `end` is the first index after the secret. Counted in UTF-16 units of the text that was searched. */
export interface Span {
  start: number;
  end: number;
}

/** Finds one kind of secret in one way of saying it. */
export interface Detector {
  kind: SecretKind;
  /** What it looks for, for the people who keep this list. */
  title: string;
  /** @param text the plain view of a message: no markup, no invisible characters, single spaces. */
  find(text: string): Span[];
  examples: {
    yes: readonly { text: string; secret: string }[];
    no: readonly string[];
  };
}
