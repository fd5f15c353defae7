import assert from 'node:assert/strict';
import { RULES_2022 } from '../../hygiene/sample-accounts.ts';
import { type Assistant, play, startAssistant } from '../../support/assistant.ts';

const ASK = 'is my account at risk';

describe("a person's own account", () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => assistant.reset());

  const query = (sql: string) => assistant.services.database.query<Record<string, unknown>>(sql);
  const lastUsed = (day: string) =>
    query(`update account set last_active_on = '${day}' where address like 'megan.bowen@%'`);
  const headline = async () => (await assistant.chat('a member of staff').says(ASK)).text.split('\n')[0];

  it('is told by the rule that gives the least time, and the other day stands below', async () => {
    await play(assistant.chat('a member of staff'), [
      [
        ASK,
        [
          'By the rules of 2022, your account could be deleted at any time.',
          '5 August 2026, this day has passed',
          'An account that is not used for 30 days is made inactive.',
          'Another rule (NHSmail hygiene process, 2020) gives a later day: de-activated on 3 December 2026.',
        ],
      ],
    ]);
    await lastUsed('2026-11-10');
    assert.equal(await headline(), 'By the rules of 2022, your account is in use. Nothing is due soon.');
    await lastUsed('2026-11-01');
    assert.equal(
      await headline(),
      'By the rules of 2022, your account could be made inactive on 1 December 2026 if you do not use it.',
    );
  });

  it('is told by the rule in force when that one is the first to act', async () => {
    await query('update organisation set is_nas = false');
    await lastUsed('2026-11-01');
    const { text } = await assistant.chat('a member of staff').says(ASK);
    assert.match(text, /^By the rules of 2022/);
    assert.match(text, /Another rule \(NHSmail hygiene process, 2020\) gives no day for your account\./);
  });

  it('is told in a range of days when the report gives a status and no date, to its administrator too', async () => {
    await query("update account set last_active_on = null where address like 'megan.bowen@%'");
    const range = 'between 16 November 2026 and 15 December 2026';
    await play(assistant.chat('a member of staff'), [
      [
        ASK,
        [
          `By the rules of 2022, your account could be made inactive ${range} if you do not use it.`,
          'The report says this account is active, but not when it was last used.',
          'gives later days: de-activated between 16 November 2026 and 14 May 2027.',
          '!days left',
        ],
      ],
    ]);
    const administrator = assistant.chat('an administrator');
    const { text } = await administrator.invents('hygiene.account', {
      address: 'megan.bowen@willowbrook.example',
    });
    assert.match(text, /Could be de-activated between 16 November 2026 and 14 May 2027/);
  });

  it('learns that being in Teams is use by the rules of 2022, and that the rule in force does not say', async () => {
    await play(assistant.chat('a member of staff'), [
      [
        ASK,
        ['You are using Teams now. By the rules of 2022 that is use', 'does not say what counts, so log in'],
      ],
    ]);
  });

  it('is noted as seen once Teams’ roster has been asked, by any message, and for no guest', async () => {
    const seen = async () => {
      await assistant.services.settled();
      return query('select address, seen_on as "seenOn" from account_seen order by 1');
    };
    const colleague = assistant.chat('a colleague');
    await colleague.says('can I use my own phone for nhsmail');
    assert.deepEqual(await seen(), []);
    await colleague.says(ASK);
    const expected = [{ address: 'priya.raman@willowbrook.example', seenOn: '2026-11-21' }];
    assert.deepEqual(await seen(), expected);
    await assistant.chat('a guest').says(ASK);
    assert.deepEqual(await seen(), expected);
    assistant.clock.forward(24 * 60 * 60_000);
    await colleague.says('menu');
    assert.deepEqual(await seen(), [{ ...expected[0], seenOn: '2026-11-22' }]);
  });

  describe('by the rules of 2022', () => {
    let strict: Assistant;
    before(async () => {
      strict = await startAssistant({ lifecycleProfile: RULES_2022.id });
    });
    after(() => strict?.stop());

    it('gets no warning while its person was seen in Teams since the report, and is told so', async () => {
      await strict.services.database.query(
        `update account set last_active_on = '2026-11-01' where address like 'megan.bowen@%'`,
      );
      await play(strict.chat('a member of staff'), [
        [
          ASK,
          [
            'Your account could be made inactive on 1 December 2026',
            'I have noted it, and you get no warning until there is a newer report.',
            'Local Administrator communication, 24 November 2022',
          ],
        ],
      ]);
      await strict.services.settled();
      const administrator = strict.chat('an administrator');
      await administrator.says('hygiene report');
      await administrator.presses(/\(A9X4\)/);
      const { text } = await administrator.presses('Send warnings');
      assert.doesNotMatch(text, /Megan Bowen/);
    });
  });
});
