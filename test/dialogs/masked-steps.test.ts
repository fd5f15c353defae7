import assert from 'node:assert/strict';
import { type SecretKind, secretInWords } from '../../bot/guard/guard.ts';
import { maskedSteps } from '../../dialogs/masked-steps.ts';

const steps = (...kinds: SecretKind[]): string =>
  maskedSteps(kinds.map((kind) => secretInWords[kind])).join(' ');

describe('what to do after typing a secret', () => {
  it('always begins with deleting the message in Teams, and says more about every kind', () => {
    for (const words of Object.values(secretInWords)) {
      const [first, ...more] = maskedSteps([words]);
      assert.match(first ?? '', /^Delete your message in Teams/);
      assert.ok(more.length > 0, words);
    }
  });

  it('sends a person with a password to the portal, and only them', () => {
    assert.match(steps('password'), /portal\.nhs\.net.*Local Administrator.*clause 3\.1\.5/);
    for (const kind of ['code', 'nhs-number', 'patient-details', 'pin', 'security-answer'] as const) {
      assert.doesNotMatch(steps(kind), /portal\.nhs\.net/);
    }
  });

  it('has a PIN, a security answer or a recovery key reset', () => {
    assert.match(steps('pin'), /Have your PIN reset.*0333 200 1133/);
    assert.match(steps('security-answer'), /security answer or account secret reset/);
    assert.match(steps('recovery-key'), /recovery key reset/);
    assert.equal(maskedSteps([secretInWords.pin, secretInWords['recovery-key']]).length, 2);
  });

  it('tells a person with a code to keep it to themselves', () => {
    assert.match(steps('code'), /Do not share.*ignore it.*runs out/);
  });

  it('sends patient details the way of a data breach, once', () => {
    assert.equal(steps('nhs-number'), steps('nhs-number', 'patient-details'));
    assert.match(steps('nhs-number'), /clause 4\.3\.5.*information governance lead/);
  });

  it('says it in sentences of up to 20 words', () => {
    for (const sentence of steps(...(Object.keys(secretInWords) as SecretKind[])).split(/(?<=\.) /)) {
      assert.ok(sentence.split(' ').length <= 20, sentence);
    }
  });
});
