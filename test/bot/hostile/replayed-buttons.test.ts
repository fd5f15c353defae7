import assert from 'node:assert/strict';
import { everyVerb } from '../../access/wrong-administrator/every-action.ts';
import { addHouse, type House, RHEA, VALUES } from '../../access/wrong-administrator/house-x.ts';
import { changed, rowsOf } from '../../access/wrong-administrator/whose-rows.ts';
import { type Assistant, type Chat, sharedKnowledge, startAssistant } from '../../support/assistant.ts';
import { chatter } from '../../support/people.ts';

const verbs = await everyVerb(sharedKnowledge());
const YES = 'hygiene.confirm';
const DAY_MS = 86_400_000;
const BROKEN = /something went wrong/i;
/** Nobody's rows are theirs, so that every table counts. */
const NOBODY = chatter('29:nobody', 'nobody', 'nobody@nowhere.example');
/** What each turn writes of the conversation itself. */
const OF_THE_TURN = ['answered_activity', 'dialog_state', 'conversation', 'person', 'account_seen'];

describe('a button of an administrator’s card', function () {
  // Every button there is, with all that it can bring.
  this.timeout(240_000);
  let assistant: Assistant;
  let house: House;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(async () => {
    await assistant.reset();
    house = await addHouse(assistant);
  });
  after(() => assistant?.stop());

  /**
   * All that a card could bring with it: each verb with each value for its keys. The yes to a send comes first, before
   * another button makes its dry run void.
   */
  function actions(): { verb: string; data: Record<string, unknown> }[] {
    const yesFirst = [...verbs].toSorted(([one], [other]) => Number(other === YES) - Number(one === YES));
    return yesFirst.flatMap(([verb, keys]) => {
      const values = [...keys].map((key) => [key, VALUES[key]?.(house) ?? []] as const);
      const most = Math.max(1, ...values.map(([, each]) => each.length));
      return Array.from({ length: most }, (_, at) => ({
        verb,
        data: Object.fromEntries(values.map(([key, each]) => [key, each[at % each.length]])),
      }));
    });
  }

  async function rows(): Promise<Record<string, string>> {
    await assistant.services.settled();
    return (await rowsOf(assistant.services.database, NOBODY, [])).others;
  }

  async function owed(): Promise<number> {
    const [row] = await assistant.services.database.query<{ count: number }>(
      `select count(*) as count from owed_message where kind = 'inactivity-warning'`,
    );
    return row?.count ?? 0;
  }

  it('does its work once when Teams delivers the press again, then and a month later', async () => {
    for (const { verb, data } of actions()) {
      const chat = assistant.chat(RHEA);
      const { sent, text } = await chat.invents(verb, data);
      assert.doesNotMatch(text, BROKEN, verb);
      const before = await rows();
      for (const wait of [0, 30 * DAY_MS]) {
        assistant.clock.forward(wait);
        const again = await chat.sends(sent);
        assert.equal(again.status, 200, verb);
        assert.equal(again.activities.length, 0, `${verb} was answered twice:\n${again.text}`);
      }
      assert.deepEqual(changed(before, await rows()), [], `${verb} did something the second time`);
      assistant.clock.forward(-30 * DAY_MS);
    }
    assert.ok((await owed()) > 0, 'no button confirmed the send, so the walk proves nothing of it');
  });

  it('sends nothing more when its administrator presses it twice', async () => {
    for (const { verb, data } of actions()) {
      const press = async (chat: Chat) => {
        const { status, text } = await chat.invents(verb, data);
        assert.equal(status, 200, verb);
        assert.doesNotMatch(text, BROKEN, verb);
      };
      const chat = assistant.chat(RHEA);
      await press(chat);
      const [once, stood] = [await owed(), await rows()];
      await press(chat);
      assert.equal(await owed(), once, `${verb} owes warnings twice`);
      const twice = changed(stood, await rows()).filter((table) => !OF_THE_TURN.includes(table));
      assert.ok(!twice.includes('administrator'), `${verb} changed access a second time`);
    }
    assert.ok((await owed()) > 0, 'no button confirmed the send, so the walk proves nothing of it');
  });

  it('sends nothing when it is pressed on a card of last year', async () => {
    assistant.clock.forward(365 * DAY_MS);
    for (const { verb, data } of actions()) {
      const { status, text } = await assistant.chat(RHEA).invents(verb, data);
      assert.equal(status, 200, verb);
      assert.doesNotMatch(text, BROKEN, verb);
      assert.equal(await owed(), 0, `${verb} owes warnings by a report of last year`);
    }
  });
});
