import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';
import { buttonsOf } from '../../support/buttons.ts';
import type { Heard } from '../../support/chat.ts';

const FORWARD = 'can I forward chain emails';

describe('what people think of an answer', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  beforeEach(() => assistant.reset());
  after(() => assistant?.stop());

  async function counted() {
    await assistant.services.settled();
    return assistant.services.database.query<Record<string, unknown>>(
      'select on_day as day, feature, entry, outcome, said, reasons from feedback order by entry, said',
    );
  }
  const kept = () => assistant.services.database.query('select entry, said, words from feedback_words');
  const offered = (heard: Heard) =>
    heard.cards.flatMap(buttonsOf).filter(({ verb }) => verb === 'help.entry');

  describe('said with the thumbs of Teams', () => {
    async function answered(who: 'a member of staff' | 'a colleague' = 'a member of staff') {
      const chat = assistant.chat(who);
      const heard = await chat.says(FORWARD);
      await assistant.services.settled();
      return { chat, id: heard.ids.at(-1) ?? '' };
    }

    it('is asked under answers and under "not covered", and not under menus or questions', async () => {
      const chat = assistant.chat('a member of staff');
      const hasThumbs = async (says: string) =>
        (await chat.says(says)).activities.some(
          ({ channelData }) => channelData?.feedbackLoop?.type === 'custom',
        );
      for (const says of [
        FORWARD,
        'how long must my password be',
        'i forgot my password',
        'is my account at risk',
        'what is the weather on mars doing to my soup',
      ])
        assert.equal(await hasThumbs(says), true, says);
      for (const says of ['menu', 'hello', 'show me the policy', 'what DSPT stage are we', 'stop'])
        assert.equal(await hasThumbs(says), false, says);
    });

    it('stands under the card of a clause, and not under the line that cites it', async () => {
      const { activities } = await assistant.chat('a member of staff').says(FORWARD);
      assert.deepEqual(
        activities.map(({ text, attachments, channelData }) => [
          text !== undefined,
          attachments?.length ?? 0,
          channelData?.feedbackLoop !== undefined,
        ]),
        [
          [true, 0, false],
          [false, 1, true],
        ],
      );
    });

    it('opens a form that says what is kept, with reasons for a thumb down only', async () => {
      const { chat, id } = await answered();
      const down = JSON.stringify((await chat.opensFeedback(id, 'dislike')).body);
      assert.match(down, /"type":"continue"/);
      assert.match(down, /It is not what I asked/);
      assert.match(down, /counted without your name/);
      assert.match(down, /Yes, for 90 days/);
      const up = JSON.stringify((await chat.opensFeedback(id, 'like')).body);
      assert.doesNotMatch(up, /It is not what I asked/);
    });

    it('is counted by entry and day, with the reasons and without the person', async () => {
      const { chat, id } = await answered();
      const { status } = await chat.sendsFeedback(id, 'dislike', { reasons: 'not-right,too-little,made-up' });
      assert.equal(status, 200);
      const [row, ...more] = await counted();
      assert.deepEqual(more, []);
      assert.deepEqual(row, {
        day: '2026-11-21',
        feature: 'aup',
        entry: row?.entry,
        outcome: 'answered',
        said: 'dislike',
        reasons: ['not-right', 'too-little'],
      });
      assert.match(String(row?.entry), /^aup\//);
      assert.doesNotMatch(JSON.stringify(row), new RegExp(chat.person.aadObjectId));
    });

    it('counts once for each person, however often they press', async () => {
      const { chat, id } = await answered();
      await chat.sendsFeedback(id, 'like');
      await chat.sendsFeedback(id, 'dislike');
      assert.deepEqual(
        (await counted()).map(({ said }) => said),
        ['like'],
      );
    });

    it('keeps words only when the person agrees, with secrets hidden, and says so about the secret', async () => {
      const first = await answered();
      await first.chat.sendsFeedback(first.id, 'dislike', { words: 'the clause moved', agree: 'false' });
      assert.deepEqual(await kept(), []);
      const second = await answered('a colleague');
      const heard = await second.chat.sendsFeedback(second.id, 'dislike', {
        words: 'my password is Winter2024! and it still fails',
        agree: 'true',
      });
      assert.match(heard.text, /hidden/i);
      const words = JSON.stringify(await kept());
      assert.match(words, /still fails/);
      assert.doesNotMatch(words, /Winter2024/);
      assert.doesNotMatch(await assistant.dump(), /Winter2024|the clause moved/);
      assert.doesNotMatch(assistant.log.join('\n'), /still fails|the clause moved|Winter2024/);
    });

    it('keeps nothing of words that would steer an operator’s terminal', async () => {
      const { chat, id } = await answered();
      const words = 'too \u001b[2J\u001b]52;c;aGk=\u0007long \u202egnol';
      await chat.sendsFeedback(id, 'dislike', { words, agree: 'true' });
      assert.doesNotMatch(JSON.stringify(await kept()), /u001b|u0007|\u202e/);
    });

    it('forgets which answers a person was shown and rated when they have their data deleted', async () => {
      const { chat, id } = await answered();
      await chat.sendsFeedback(id, 'dislike');
      await chat.says('delete my data');
      await chat.presses('Yes, delete it');
      assert.doesNotMatch(
        JSON.stringify(await assistant.services.database.query('select * from shown_answer')),
        new RegExp(`${chat.person.aadObjectId}|${chat.conversationId}`),
      );
      assert.equal((await counted()).length, 1);
    });

    it('throws words away when their period ends', async () => {
      const { chat, id } = await answered();
      await chat.sendsFeedback(id, 'like', { words: 'clear and short', agree: 'true' });
      assert.equal((await kept()).length, 1);
      assistant.clock.forward(92 * 86_400_000);
      await assistant.services.runDueJobs();
      assert.deepEqual(await kept(), []);
      assert.equal((await counted()).length, 1);
    });

    it('is nothing when it is about a message that is no answer, or has another shape', async () => {
      const { chat, id } = await answered();
      assert.equal((await chat.sendsFeedback('sent-9999', 'like')).status, 200);
      for (const reaction of ['love', 7, null, { a: 1 }]) {
        assert.equal((await chat.sendsFeedback(id, reaction)).status, 501);
        assert.equal((await chat.opensFeedback(id, reaction)).status, 501);
      }
      assert.deepEqual(await counted(), []);
    });

    it('cannot be given for an answer in somebody else’s chat', async () => {
      const { id } = await answered();
      await assistant.chat('a colleague').sendsFeedback(id, 'dislike');
      assert.deepEqual(await counted(), []);
    });
  });

  describe('"not what I asked"', () => {
    it('offers what else the question may have been, and a person; what is chosen is shown', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says(FORWARD);
      const again = await chat.presses('Not what I asked');
      assert.match(again.text, /Sorry, that was not it/);
      assert.match(again.text, /Ask a person/);
      const [other] = offered(again);
      assert.ok(other, 'nothing else was offered');
      const shown = await chat.presses(other.title);
      assert.doesNotMatch(shown.text, /Sorry, that was not it|out of date/);
      assert.match((await chat.presses('Ask a person')).text, /0333 200 1133/);
    });

    it('does not offer the same answer again, and keeps the rest to offer', async () => {
      const chat = assistant.chat('a member of staff');
      const entry = String(
        (await chat.says(FORWARD)).cards.flatMap(buttonsOf).find(({ verb }) => verb === 'feedback.notasked')
          ?.data.entry,
      );
      const options = offered(await chat.says('that is not what I asked'));
      assert.ok(options.every(({ data }) => data.entry !== entry));
      const [first] = options;
      await chat.says('the first one');
      const rest = offered(await chat.says("no, that's not what I meant"));
      assert.deepEqual(
        rest.map(({ data }) => data.entry),
        options.map(({ data }) => data.entry).filter((id) => id !== first?.data.entry),
      );
    });

    for (const says of [
      'not what i asked',
      "that's not what I meant",
      'No, that isnt what I was looking for',
      'that does not answer my question',
      'wrong answer',
      'thats wrong',
      'you didn’t answer my question',
    ]) {
      it(`is understood in words: "${says}"`, async () => {
        const chat = assistant.chat('a member of staff');
        await chat.says(FORWARD);
        assert.match((await chat.says(says)).text, /Sorry, that was not it/);
      });
    }

    it('is counted once for the answer, said and pressed', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says(FORWARD);
      await chat.says('not what I asked');
      await chat.presses('Not what I asked');
      await chat.says('not what I asked');
      assert.deepEqual(
        (await counted()).map(({ said, outcome }) => [said, outcome]),
        [['not-asked', 'answered']],
      );
    });

    it('on an old card offers to ask again, since what was asked then is not kept', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says(FORWARD);
      await chat.says('how long must my password be');
      const heard = await chat.presses('Not what I asked', { on: 'chain' });
      assert.match(heard.text, /Ask again in other words, or ask a person/);
      assert.deepEqual(offered(heard), []);
      assert.match(String((await counted())[0]?.entry), /^aup\//);
    });

    it('counts nothing for an entry that somebody made up', async () => {
      const chat = assistant.chat('a member of staff');
      const heard = await chat.invents('feedback.notasked', { entry: 'aup/drop table' });
      assert.match(heard.text, /Ask again in other words/);
      assert.deepEqual(await counted(), []);
    });

    it('leaves the question in progress where it was', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says('what DSPT stage are we');
      await chat.says(FORWARD);
      const heard = await chat.says('that is not what I asked');
      assert.match(heard.text, /Sorry, that was not it/);
      // It was asked again after the answer; after that it waits quietly.
      assert.match((await chat.says('go on')).text, /Question 1 of 3/);
    });
  });
});
