import assert from 'node:assert/strict';
import { type ReadUser, readUser } from '../../../bot/graph/read-user.ts';

const user = (more: Record<string, unknown> = {}) => ({
  userPrincipalName: 'Jo.Bloggs@North.example',
  displayName: 'Jo Bloggs',
  userType: 'Member',
  accountEnabled: true,
  createdDateTime: '2022-03-01T09:00:00Z',
  companyName: 'N1',
  ...more,
});
const read = (value: unknown) =>
  readUser(value, (each) => String(each.companyName ?? '') || null, 'Europe/London');
const account = (more: Record<string, unknown> = {}) => {
  const found = read(user(more));
  assert.equal(found.kind, 'account');
  return found as Extract<ReadUser, { kind: 'account' }>;
};

describe('a user as Graph tells of them', () => {
  it('was last active when they last got in, whatever was tried since', () => {
    const { lastActiveOn, attemptOnly, neverUsed } = account({
      signInActivity: {
        lastSignInDateTime: '2026-11-20T08:00:00Z',
        lastNonInteractiveSignInDateTime: '2026-11-19T08:00:00Z',
        lastSuccessfulSignInDateTime: '2026-06-30T23:30:00Z',
      },
    });
    // Half past midnight on 1 July in London.
    assert.deepEqual([lastActiveOn, attemptOnly, neverUsed], ['2026-07-01', false, false]);
  });

  it('is told apart when only attempts are known, the later of the two kinds', () => {
    const { lastActiveOn, attemptOnly } = account({
      signInActivity: {
        lastSignInDateTime: '2023-02-01T08:00:00Z',
        lastNonInteractiveSignInDateTime: '2023-04-01T08:00:00Z',
      },
    });
    assert.deepEqual([lastActiveOn, attemptOnly], ['2023-04-01', true]);
  });

  it('was never active when Entra has kept sign-ins all their life, and has none', () => {
    for (const signInActivity of [undefined, null, { lastSignInDateTime: '0001-01-01T00:00:00Z' }]) {
      const { lastActiveOn, neverUsed } = account({ signInActivity });
      assert.deepEqual([lastActiveOn, neverUsed], [null, true]);
    }
  });

  it('is unknown when the account is older than what Entra has kept', () => {
    const { lastActiveOn, neverUsed } = account({ createdDateTime: '2018-03-01T09:00:00Z' });
    assert.deepEqual([lastActiveOn, neverUsed], [null, false]);
  });

  it('is disabled only when Graph says so', () => {
    assert.equal(account({ accountEnabled: false }).status, 'Disabled');
    assert.equal(account({ accountEnabled: true }).status, null);
    assert.equal(account({ accountEnabled: undefined }).status, null);
  });

  it('is known by their address in small letters', () => {
    assert.equal(account().address, 'jo.bloggs@north.example');
    assert.equal(account({ displayName: ' ' }).displayName, 'jo.bloggs@north.example');
  });

  it('is no account of ours when they are a guest', () => {
    assert.deepEqual(read(user({ userType: 'Guest' })), { kind: 'guest' });
  });

  it('is set aside when they have no address', () => {
    for (const value of [null, 'jo', {}, user({ userPrincipalName: 'jo' })]) {
      assert.equal(read(value).kind, 'unusable');
    }
  });
});
