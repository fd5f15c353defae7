import assert from 'node:assert/strict';
import { type Assistant, type Chat, startAssistant } from '../support/assistant.ts';
import type { Failure } from '../support/teams-connector.ts';

interface LedgerRow {
  kind: string;
  state: string;
  attempts: number;
  status: number | null;
  ambiguous: boolean;
}

describe('sending warnings', () => {
  let assistant: Assistant;
  let administrator: Chat;
  let staff: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    await assistant.reset();
    administrator = assistant.chat('an administrator');
    staff = assistant.chat('a member of staff');
    await administrator.installs();
    await staff.installs();
  });

  const ledger = () =>
    assistant.services.database.query<LedgerRow>(
      `select kind, state, attempts, last_status as status, was_ambiguous as ambiguous
       from owed_message order by owed_id`,
    );
  const proactive = () => assistant.connector.sent.filter(({ replyTo }) => replyTo === undefined);

  async function dryRun() {
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    return administrator.presses('Send warnings');
  }

  /** Lets time pass until nothing is due any more. */
  async function deliverAll() {
    for (let round = 0; round < 12; round++) {
      await assistant.services.deliver();
      assistant.clock.forward(10 * 60_000);
    }
  }

  it('goes from the report to a delivery result, and nobody types for the warnings', async () => {
    assert.match((await administrator.says('hygiene report')).text, /choose one organisation first/);
    const report = await administrator.presses(/head office/);
    assert.match(report.text, /Due soon 13/);
    assert.match(report.text, /Patrick Donnelly[\s\S]*22 November 2026, 1 day left/);

    const proposal = await administrator.presses('Send warnings');
    assert.match(proposal.text, /Nothing has been sent yet\.\n2 people would get a warning in Teams\./);
    assert.match(proposal.text, /12 people cannot be reached here/);
    assert.match(proposal.text, /Megan Bowen\n.*\n.*last used on 6 June 2026.*\nIn Teams/);
    assert.match(proposal.text, /The last warning would be sent by 10:01 today\./);
    assert.deepEqual(await ledger(), []);

    const confirmed = await administrator.presses('Send 2 warnings');
    assert.match(confirmed.text, /Sending 2 warnings/);
    assert.deepEqual(proactive(), []);

    await assistant.services.deliver();
    const warning = staff.received();
    assert.equal(warning.activities.length, 1);
    assert.match(warning.text, /could be de-activated on 3 December 2026/);
    assert.match(warning.text, /inactive for the last 180 days/);
    assert.match(warning.text, /Log in to the NHSmail portal/);
    assert.doesNotMatch(warning.activities[0]?.summary ?? '', /\d|Megan|Bowen|de-activated/);
    const result = administrator.received();
    assert.match(result.text, /Sent: 2\nNot reachable: 12/);
    assert.deepEqual(
      (await ledger()).map(({ kind, state }) => [kind, state]),
      [
        ['inactivity-warning', 'sent'],
        ['inactivity-warning', 'sent'],
        ['delivery-result', 'sent'],
      ],
    );
    assert.match((await staff.presses(/still here/)).text, /only using the account counts/);
  });

  it('sends once when the administrator presses twice, or in both ways at the same moment', async () => {
    await dryRun();
    await Promise.all([
      administrator.presses('Send 2 warnings'),
      administrator.presses('Send 2 warnings', { how: 'submit' }),
    ]);
    assert.match((await administrator.presses('Send 2 warnings')).text, /already on their way/);
    await deliverAll();
    assert.equal(
      proactive().filter(({ conversationId }) => conversationId === staff.conversationId).length,
      1,
    );
    assert.match((await administrator.presses('Send 2 warnings')).text, /already on their way/);
  });

  it('sends nothing when the administrator decides not to', async () => {
    await dryRun();
    assert.match((await administrator.presses('Do not send')).text, /No warning was sent/);
    assert.match((await administrator.presses('Send 2 warnings')).text, /cancelled/);
    await deliverAll();
    assert.deepEqual(proactive(), []);
  });

  it('asks for a new dry run after an hour', async () => {
    await dryRun();
    assistant.clock.forward(60 * 60_000);
    assert.match((await administrator.presses('Send 2 warnings')).text, /out of date/);
    assert.deepEqual(await ledger(), []);
  });

  it('stops for a person who is no administrator any more', async () => {
    await dryRun();
    await assistant.services.database.query('delete from administrator');
    assert.match(
      (await administrator.presses('Send 2 warnings')).text,
      /I cannot do that for you|for Local Administrators/,
    );
    assert.match((await administrator.says('hygiene report')).text, /This part is for Local Administrators/);
    assert.deepEqual(await ledger(), []);
  });

  it('has nobody to warn where the rule does not reach', async () => {
    await administrator.says('hygiene report');
    await administrator.presses(/at Home/);
    const { text } = await administrator.presses('Send warnings');
    assert.match(text, /Nobody needs a warning/);
  });

  it('does not write to a person who has taken the assistant away since', async () => {
    await dryRun();
    await administrator.presses('Send 2 warnings');
    await staff.uninstalls();
    await deliverAll();
    const [warning] = await ledger();
    assert.deepEqual([warning?.state, warning?.attempts], ['failed', 1]);
    assert.match(
      administrator.received().text,
      /Megan Bowen\n.*\nThey have not added the assistant in Teams/,
    );
  });

  describe('while Teams is in trouble', () => {
    const MINUTE = 60_000;
    const troubles: [title: string, failure: Failure, times: number, ends: Omit<LedgerRow, 'kind'>][] = [
      [
        'is busy once',
        { status: 429, retryAfter: '30' },
        1,
        { state: 'sent', attempts: 2, status: null, ambiguous: false },
      ],
      [
        'is busy all day',
        { status: 429 },
        100,
        { state: 'failed', attempts: 5, status: 429, ambiguous: false },
      ],
      ['breaks once', { status: 500 }, 1, { state: 'sent', attempts: 2, status: null, ambiguous: true }],
      [
        'breaks for good',
        { status: 500 },
        100,
        { state: 'failed', attempts: 5, status: 500, ambiguous: true },
      ],
      ['loses the connection', 'broken', 1, { state: 'sent', attempts: 2, status: null, ambiguous: true }],
      [
        'refuses the person',
        { status: 403 },
        1,
        { state: 'failed', attempts: 1, status: 403, ambiguous: false },
      ],
      [
        'has lost the chat',
        { status: 404 },
        1,
        { state: 'failed', attempts: 1, status: 404, ambiguous: false },
      ],
    ];
    for (const [title, failure, times, ends] of troubles) {
      it(`that ${title}, a warning ends as ${ends.state}${ends.ambiguous ? ', perhaps sent' : ''}`, async () => {
        // One recipient, so that the failures are all theirs.
        await assistant.services.database.query("delete from account where address like 'alex.wilber@%'");
        await dryRun();
        await administrator.presses('Send 1 warning');
        assistant.connector.failWith(failure, times);
        await deliverAll();
        const [{ kind, ...warning } = { kind: '' }] = await ledger();
        assert.equal(kind, 'inactivity-warning');
        assert.deepEqual(warning, ends);
      });
    }

    it('everything waits as long as Teams asks, and no longer than it needs to', async () => {
      await dryRun();
      await administrator.presses('Send 2 warnings');
      assistant.connector.failWith({ status: 429, retryAfter: '30' }, 1);
      const started = assistant.clock.now().getTime();
      await assistant.services.deliver();
      const waited = assistant.clock.now().getTime() - started;
      assert.ok(waited >= 30_000 && waited < MINUTE, `${waited} ms`);
      assert.deepEqual(
        (await ledger()).map(({ state }) => state),
        ['sent', 'sent', 'sent'],
      );
    });

    it('the administrator is told who was not reached, and why', async () => {
      await dryRun();
      await administrator.presses('Send 2 warnings');
      assistant.connector.failWith({ status: 403 }, 1);
      await deliverAll();
      const { text } = administrator.received();
      assert.match(text, /Sent: 1\n.*: 1/);
      assert.match(text, /Teams did not let the assistant write to them/);
    });
  });
});

describe('sending warnings while nobody has chosen a rule', () => {
  it('is not offered, and an invented press sends nothing', async () => {
    const assistant = await startAssistant({ lifecycleProfile: undefined });
    const administrator = assistant.chat('an administrator');
    await administrator.says('hygiene report');
    const report = await administrator.presses(/head office/);
    assert.match(report.text, /Nobody has chosen which inactivity rule applies/);
    assert.doesNotMatch(report.text, /^Send warnings$/m);
    const { text } = await administrator.invents('hygiene.propose', { ods: 'A9X4' });
    assert.match(text, /No inactivity rule is chosen yet/);
    assert.deepEqual(await assistant.services.database.query('select 1 from send'), []);
    await assistant.stop();
  });
});
