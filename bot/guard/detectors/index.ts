/** Every detector of the guard. A new one is a file beside this with its examples, and a line here. */
import type { Detector } from '../secret-kind.ts';
import { codeArrived } from './code-arrived.ts';
import { loginPair } from './login-pair.ts';
import { nhsNumber } from './nhs-number.ts';
import { passwordBare } from './password-bare.ts';
import { passwordChanged } from './password-changed.ts';
import { passwordJudged } from './password-judged.ts';
import { passwordNamed } from './password-named.ts';
import { passwordTried } from './password-tried.ts';
import { patientDetails } from './patient-details.ts';
import { pin } from './pin.ts';
import { recoveryKey } from './recovery-key.ts';
import { securityAnswer } from './security-answer.ts';
import { signInCode } from './sign-in-code.ts';

/** In the order in which two that find the same thing give it its name. */
export const detectors: readonly Detector[] = [
  nhsNumber,
  recoveryKey,
  pin,
  signInCode,
  codeArrived,
  securityAnswer,
  loginPair,
  passwordNamed,
  passwordChanged,
  passwordTried,
  passwordJudged,
  passwordBare,
  patientDetails,
];
