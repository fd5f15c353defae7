import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { addReport, unusedFor } from '../hygiene/sample-accounts.ts';
import { type Assistant, type Chat, startAssistant } from '../support/assistant.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

describe('a warning on somebody’s screen', () => {
  let assistant: Assistant;
  let staff: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    await assistant.reset();
    assistant.connector.changed.length = 0;
    staff = assistant.chat('a member of staff');
    await staff.installs();
    await assistant.services.runDueJobs();
    const administrator = assistant.chat('an administrator');
    await administrator.installs();
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    await administrator.presses('Send warnings');
    await administrator.presses('Send 2 warnings');
    await assistant.services.deliver();
    assert.match(staff.received().text, /could be de-activated/);
  });

  /** A report of the next day in which the person has used their account. */
  async function usedAgain() {
    assistant.clock.forward(DAY_MS);
    const { database } = assistant.services;
    await addReport(database, '2026-11-22', [
      unusedFor(0, { address: staff.person.roster.userPrincipalName as string, odsCode: 'A9X4' }),
    ]);
    await assistant.services.runDueJobs();
  }
  async function minuteLater() {
    assistant.clock.forward(MINUTE_MS);
    await assistant.services.runDueJobs();
  }
  const changes = () =>
    assistant.connector.changed.filter(({ conversationId }) => conversationId === staff.conversationId);

  it('is changed in place when a report says that the account is in use again, once and without a notification', async () => {
    const sentBefore = assistant.connector.sent.length;
    await usedAgain();
    const [change, ...others] = changes();
    assert.deepEqual(others, []);
    const card = change?.activity?.attachments?.[0]?.content as AdaptiveCard;
    assert.match(plainText(card), /Your account is in use again\n.*the report of 22 November 2026/);
    assert.match(change?.activityId ?? '', /^sent-/);
    await minuteLater();
    assert.equal(changes().length, 1);
    assert.equal(assistant.connector.sent.length, sentBefore);
  });

  it('is changed a little later when Teams is busy', async () => {
    assistant.connector.failWith({ status: 429 }, 1);
    await usedAgain();
    assert.equal(changes().length, 0);
    await minuteLater();
    assert.equal(changes().length, 1);
  });

  it('is left as it is when the person has taken the assistant away', async () => {
    await staff.uninstalls();
    await usedAgain();
    await minuteLater();
    assert.equal(changes().length, 0);
    const [update] = await assistant.services.database.query<{ state: string }>(
      'select state from card_update',
    );
    assert.equal(update?.state, 'given-up');
  });

  it('stays while the account is still not used', async () => {
    assistant.clock.forward(DAY_MS);
    await assistant.services.runDueJobs();
    assert.equal(changes().length, 0);
  });
});
