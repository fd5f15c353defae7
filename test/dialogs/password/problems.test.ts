import assert from 'node:assert/strict';
import { type AnswerId, type AskingId, readWords } from '../../../dialogs/password/problems.ts';

const SAID: [asking: AskingId, says: string, means: AnswerId | undefined][] = [
  ['problem', 'its expired', 'expired'],
  ['problem', 'It ran out yesterday', 'expired'],
  ['problem', 'forgotten it', 'forgotten'],
  ['problem', 'i can’t remember it', 'forgotten'],
  ['problem', 'locked out', 'locked-out'],
  ['problem', 'new phone', 'new-phone'],
  ['problem', 'lost my authenticator', 'new-phone'],
  ['problem', "I'm new here", 'first-log-in'],
  ['problem', 'the page refused it', 'refused'],
  ['problem', "it won't accept the new one", 'refused'],
  ['problem', 'someone rang me for it', 'asked'],
  ['problem', 'they phoned me for it', 'asked'],
  ['problem', 'somebody has it', 'known'],
  ['problem', 'I gave it to a man on the phone', 'known'],
  ['problem', "I've been hacked", 'known'],
  ['problem', 'my colleague is locked out', 'colleague'],
  ['problem', "she can't get in", 'colleague'],
  ['problem', 'how long must my password be', undefined],
  ['problem', 'is it locked?', undefined],
  ['problem', 'good morning', undefined],
  ['reason', 'too short', 'too-short'],
  ['reason', 'not long enough', 'too-short'],
  ['reason', 'used before', 'last-4'],
  ['reason', 'it was in a breach', 'breached'],
  ['reason', 'too common', 'common'],
  ['reason', "it doesn't say", 'reason-unsure'],
  ['reason', 'dunno', 'reason-unsure'],
  ['reason', 'what is a breached password', undefined],
  ['colleague', 'expired', 'expired'],
  ['colleague', 'not sure', 'colleague-unsure'],
  ['colleague', 'she forgot it', 'forgotten'],
];

describe('what is wrong, in words', () => {
  for (const [asking, says, means] of SAID) {
    it(`"${says}" is ${means ?? 'not an answer'}`, () => assert.equal(readWords(says, asking), means));
  }
});
