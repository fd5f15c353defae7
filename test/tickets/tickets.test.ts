import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { deleteAbout, keptAbout } from '../../privacy/about-person.ts';
import { deleteWhatIsPast } from '../../privacy/retention.ts';
import { askHelpers } from '../../tickets/ask-helpers.ts';
import { MOST_IN_A_ROW, MOST_OPEN } from '../../tickets/limits.ts';
import { channelsInUse, endChannel } from '../../tickets/question-channels.ts';
import { readTickets } from '../../tickets/read-tickets.ts';
import { tellWhomToRing } from '../../tickets/waiting.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  addChannels,
  ask,
  asker,
  gainsGuest,
  helper,
  later,
  NOW,
  newChannelOf,
  person,
  useChannel,
  WAITING,
} from './sample-tickets.ts';

forEachDatabase('Tickets', (open) => {
  const opened = async () => {
    const database = await open();
    await addChannels(database);
    return database;
  };
  type Db = Awaited<ReturnType<typeof opened>>;
  const owed = async (database: Db, kind: string) =>
    (await database.query('select 1 from owed_message where kind = $1', [kind])).length;
  const states = async (database: Db) => {
    const rows = await database.query<{ state: string; taken: string | null }>(
      'select state, taken_by as taken from ticket order by number',
    );
    return rows.map(({ state, taken }) => (taken ? `${state} ${taken}` : state));
  };

  it('give ten helpers who press at the same moment one who has it', async () => {
    const database = await opened();
    const ticket = await ask(database);
    const names = Array.from({ length: 10 }, (_, at) => `Helper${at}`);
    const results = await Promise.all(names.map((name) => helper(database, name, 'take', ticket)));
    assert.equal(results.filter(({ outcome }) => outcome === 'done').length, 1);
    assert.equal(results.filter(({ outcome }) => outcome === 'taken-by-other').length, 9);
  });

  it('keep one of ten answers that are written to the same state of a card', async () => {
    const database = await opened();
    const ticket = await ask(database);
    const names = Array.from({ length: 10 }, (_, at) => `Helper${at}`);
    const results = await Promise.all(
      names.map((name) => helper(database, name, 'answer', ticket, { words: `From ${name}` })),
    );
    assert.equal(results.filter(({ outcome }) => outcome === 'done').length, 1);
    assert.equal(results.filter(({ outcome }) => outcome === 'written-since').length, 9);
    assert.equal(await owed(database, 'ticket-answer'), 1);
  });

  it('are one, however often and however quickly a form is sent', async () => {
    const database = await opened();
    const ticketId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    await Promise.all(Array.from({ length: 8 }, () => ask(database, { ticketId })));
    assert.deepEqual(await states(database), ['open']);
    assert.equal(await owed(database, 'ticket-for-helpers'), 1);
    assert.equal(await owed(database, 'ticket-for-asker'), 1);
  });

  it('do not tell somebody else that a form of that id was sent', async () => {
    const database = await opened();
    const ticketId = await ask(database);
    await assert.rejects(ask(database, { ticketId, asker: 'Bola' }), /not-yours/);
    const [channel] = await channelsInUse(database, ['A1']);
    assert.ok(channel);
    const asked = {
      asker: person('Bola'),
      channel,
      question: 'Q',
      answeredBefore: '',
      waiting: WAITING,
      now: NOW,
    };
    const invented = await askHelpers(database, { ticketId: "x'; drop table ticket; --", ...asked });
    assert.deepEqual(invented, { outcome: 'not-yours' });
  });

  it('are not sent again with a form whose question was deleted: no helper would see it', async () => {
    const database = await opened();
    const ticketId = await ask(database);
    await deleteAbout(database, { tenantId: 'care', aadObjectId: 'megan' });
    assert.deepEqual(await states(database), []);
    for (const id of [ticketId, ticketId.toUpperCase()]) {
      await assert.rejects(ask(database, { ticketId: id }), /not-yours/);
    }
    await ask(database);
    assert.equal(await owed(database, 'ticket-for-helpers'), 2);
    const [row] = await database.query<{ number: number }>('select number from ticket');
    assert.equal(row?.number, 2, 'a number is not used for another question');
  });

  it('are counted by each organisation from 1, also when many ask at once', async () => {
    const database = await opened();
    const names = ['Megan', 'Bola', 'Carys', 'Dan'];
    await Promise.all(names.map((name) => ask(database, { asker: name })));
    await ask(database, { odsCode: 'B2' });
    const rows = await database.query<{ place: string }>(
      `select ods_code || number as place from ticket order by ods_code, number`,
    );
    assert.deepEqual(
      rows.map(({ place }) => place),
      ['A11', 'A12', 'A13', 'A14', 'B21'],
    );
  });

  it('do not bury a channel: a person has five waiting at most', async () => {
    const database = await opened();
    for (let nth = 1; nth <= MOST_OPEN; nth++) await ask(database);
    await assert.rejects(ask(database), /too-many/);
    await ask(database, { asker: 'Bola' });
  });

  it('are five at most also when a person asks two organisations at the same moment', async () => {
    const database = await opened();
    const codes = ['A1', 'B2', 'A1', 'B2', 'A1', 'B2', 'A1', 'B2'];
    await Promise.allSettled(codes.map((odsCode) => ask(database, { odsCode })));
    assert.equal((await states(database)).length, MOST_OPEN);
  });

  it('are five at most also when the person writes back in one that was answered or closed', async () => {
    const database = await opened();
    const answered = await ask(database);
    const closed = await ask(database);
    for (const ticket of [answered, closed])
      await helper(database, 'Sam', 'answer', ticket, { words: 'Yes.' });
    await asker(database, 'solved', closed);
    for (let nth = 1; nth <= MOST_OPEN; nth++) await ask(database);
    for (const ticket of [answered, closed]) {
      const result = await asker(database, 'reply', ticket, { words: 'Are you sure?' });
      assert.equal(result.outcome, 'too-many');
    }
    assert.equal(await owed(database, 'ticket-reply'), 0);
  });

  it('take a few words in a row of the person who asked, and more once a helper wrote', async () => {
    const database = await opened();
    const ticket = await ask(database);
    const answer = (seen: number) => helper(database, 'Sam', 'answer', ticket, { words: 'Yes.', seen });
    const writes = async (words: string) => (await asker(database, 'reply', ticket, { words })).outcome;
    await answer(0);
    for (let nth = 1; nth <= MOST_IN_A_ROW; nth++) assert.equal(await writes(`Word ${nth}`), 'done');
    assert.equal(await writes(`Word ${MOST_IN_A_ROW}`), 'done', 'pressed twice');
    assert.equal(await writes('One more'), 'wait-for-helper');
    assert.equal(await owed(database, 'ticket-reply'), MOST_IN_A_ROW);
    assert.equal((await answer(1 + MOST_IN_A_ROW)).outcome, 'done');
    assert.equal(await writes('One more'), 'done');
  });

  it('are seen in the channel of their organisation only, and by who asked only', async () => {
    const database = await opened();
    const ticket = await ask(database);
    for (const step of ['take', 'answer', 'close', 'reopen'] as const) {
      const result = await helper(database, 'Sam', step, ticket, { odsCode: 'B2', words: 'Hello' });
      assert.deepEqual(result, { outcome: 'not-here' }, step);
    }
    for (const step of ['reply', 'solved'] as const) {
      assert.deepEqual(await asker(database, step, ticket, { words: 'Hello' }, 'Bola'), {
        outcome: 'not-here',
      });
    }
    for (const invented of ['', 'x', '0f8fad5b-d9cb-469f-a165-70867728950e']) {
      assert.deepEqual(await helper(database, 'Sam', 'take', invented), { outcome: 'not-here' });
    }
    assert.deepEqual(await states(database), ['open']);
  });

  it('are out of reach when their organisation has given its channel up', async () => {
    const database = await opened();
    const ticket = await ask(database);
    await endChannel(database, 'A1', { tenantId: 'care', aadObjectId: 'amina' }, 'asked', later(1));
    assert.deepEqual(await helper(database, 'Sam', 'take', ticket), { outcome: 'not-here' });
    assert.equal(await tellWhomToRing(database, later(1)), 1, 'whoever asked is told at once');
  });

  it('are not put into a channel that was given up a moment before, nor into the one that replaced it', async () => {
    const database = await opened();
    const [channel] = await channelsInUse(database, ['A1']);
    assert.ok(channel);
    const asks = () =>
      askHelpers(database, {
        ticketId: randomUUID(),
        asker: person('Megan'),
        channel,
        question: 'Is it open?',
        answeredBefore: '',
        waiting: WAITING,
        now: NOW,
      });
    await gainsGuest(database, 'A1', NOW);
    assert.deepEqual(await asks(), { outcome: 'channel-gone' });
    await useChannel(database, 'A1', newChannelOf('A1'));
    assert.deepEqual(await asks(), { outcome: 'channel-gone' });
    assert.deepEqual(await states(database), []);
    assert.equal(await owed(database, 'ticket-for-helpers'), 0);
  });

  it('that somebody had wait for nobody in silence when the channel is given up', async () => {
    const database = await opened();
    const taken = await ask(database);
    assert.equal(await tellWhomToRing(database, later(30)), 1, 'told before somebody took it');
    await helper(database, 'Sam', 'take', taken, { now: later(31) });
    const answered = await ask(database, { asker: 'Bola', now: later(31) });
    await helper(database, 'Sam', 'answer', answered, { words: 'Yes.', now: later(32) });
    assert.equal(await tellWhomToRing(database, later(33)), 0);
    await gainsGuest(database, 'A1', later(40));
    for (const told of [1, 0]) assert.equal(await tellWhomToRing(database, later(41)), told);
    assert.deepEqual(await states(database), ['open', 'answered sam']);
  });

  it('go to the channel of now when the person writes back in one that was closed before it', async () => {
    const database = await opened();
    const ticket = await ask(database);
    await helper(database, 'Sam', 'answer', ticket, { words: 'Yes.' });
    await asker(database, 'solved', ticket);
    await gainsGuest(database, 'A1', later(3));
    const channel = newChannelOf('A1');
    await useChannel(database, 'A1', channel, later(4));
    const result = await asker(database, 'reply', ticket, { words: 'Are you sure?', now: later(5) });
    assert.equal(result.outcome, 'done');
    assert.deepEqual(await states(database), ['open']);
    const [last] = await database.query<{ place: string }>(
      `select conversation_id as place from owed_message where kind = 'ticket-for-helpers' and target_key is null
       order by owed_id desc limit 1`,
    );
    assert.equal(last?.place, channel.conversationId);
    const old = await database.query(
      `select 1 from owed_message where conversation_id = '19:A1' and planned_at >= $1`,
      [later(5)],
    );
    assert.deepEqual(old, []);
    assert.deepEqual(await helper(database, 'Sam', 'take', ticket), { outcome: 'not-here' });
    assert.equal((await helper(database, 'Sam', 'take', ticket, { channel })).outcome, 'done');
  });

  it('go from one state to the next, and pressed twice they stay where they are', async () => {
    const database = await opened();
    const ticket = await ask(database);
    const passed: string[] = [];
    const words = { words: 'Yes.', seen: 0 };
    const more = { words: 'And on Sunday?', seen: 1 };
    const acts = [
      () => helper(database, 'Sam', 'take', ticket),
      () => helper(database, 'Sam', 'answer', ticket, words),
      () => asker(database, 'reply', ticket, more),
      () => helper(database, 'Sam', 'close', ticket),
      () => helper(database, 'Bola', 'reopen', ticket),
      () => asker(database, 'solved', ticket),
      () => asker(database, 'reply', ticket, { words: 'Not quite.', seen: 1 }),
    ];
    for (const act of acts) {
      for (let times = 1; times <= 2; times++) assert.equal((await act()).outcome, 'done');
      passed.push(...(await states(database)));
    }
    assert.deepEqual(passed, [
      'taken sam',
      'answered sam',
      'taken sam',
      'closed sam',
      'taken bola',
      'closed bola',
      'open',
    ]);
    assert.equal(await owed(database, 'ticket-answer'), 1);
    assert.equal(await owed(database, 'ticket-reply'), 2);
  });

  it('that were opened again wait for a helper like new ones', async () => {
    const database = await opened();
    const ticket = await ask(database);
    assert.equal(await tellWhomToRing(database, later(29)), 0);
    assert.equal(await tellWhomToRing(database, later(30)), 1);
    assert.equal(await tellWhomToRing(database, later(31)), 0);
    await helper(database, 'Sam', 'close', ticket, { now: later(40) });
    await asker(database, 'reply', ticket, { words: 'It is not.', now: later(50) });
    assert.equal(await tellWhomToRing(database, later(79)), 0);
    assert.equal(await tellWhomToRing(database, later(80)), 1);
    assert.equal(await owed(database, 'ticket-whom-to-ring'), 2);
  });

  it('leave no words of theirs in the ledger: only their own tables hold what people wrote', async () => {
    const database = await opened();
    const ticket = await ask(database, { question: 'Where is the zebra?' });
    await helper(database, 'Sam', 'answer', ticket, { words: 'In the zoo, dear zebra.' });
    await asker(database, 'reply', ticket, { words: 'Which zebra zoo?', seen: 1 });
    const rows = await database.query(
      'select owed_message.*, note from owed_message join owed_message_change using (owed_id)',
    );
    assert.ok(rows.length > 0);
    assert.doesNotMatch(JSON.stringify(rows), /zebra/);
    await database.query('delete from ticket');
    assert.deepEqual(await database.query('select 1 from ticket_message'), []);
  });

  it('are deleted with all their words when their period is over, and when the person who asked wants it', async () => {
    const database = await opened();
    const periods = {
      conversations: 30,
      people: 800,
      messages: 400,
      statistics: 400,
      tickets: 90,
      audit: 2190,
      feedback: 90,
    };
    const old = await ask(database, { question: 'Where is the zebra?' });
    await helper(database, 'Sam', 'answer', old, { words: 'In the zoo.' });
    await ask(database, { asker: 'Bola', now: later(60 * 24 * 10) });
    const day = (days: number) => later(60 * 24 * days);
    await deleteWhatIsPast(database, periods, day(89));
    assert.equal((await states(database)).length, 2);
    await deleteWhatIsPast(database, periods, day(91));
    assert.deepEqual(await states(database), ['open']);
    assert.deepEqual(await database.query('select 1 from ticket_message'), []);

    const again = await ask(database);
    await helper(database, 'Sam', 'answer', again, { words: 'Yes.' });
    const sam = { tenantId: 'care', aadObjectId: 'sam' };
    await deleteAbout(database, sam);
    assert.equal((await states(database)).length, 2, 'who answered cannot delete what somebody asked');
    assert.deepEqual(
      (await keptAbout(database, sam)).map(({ kept }) => kept.table),
      ['ticket_message'],
    );
    await deleteAbout(database, { tenantId: 'care', aadObjectId: 'megan' });
    assert.deepEqual(await states(database), ['open']);
    assert.deepEqual(await keptAbout(database, sam), []);
  });

  it('are read a page at a time by whoever runs the service, and one organisation’s alone', async () => {
    const database = await opened();
    for (const minute of [0, 0, 0, 5, 9])
      await ask(database, { asker: `Person${minute}`, now: later(minute) });
    const other = await ask(database, { odsCode: 'B2' });
    await helper(database, 'Sam', 'close', other, { odsCode: 'B2' });
    const read = async (more: object) => {
      const rows = [];
      for await (const row of readTickets(database, { from: NOW, to: later(60), ...more }, 2)) rows.push(row);
      return rows.map(({ odsCode, number }) => `${odsCode}/${number}`).sort();
    };
    assert.equal(new Set(await read({})).size, 6);
    assert.deepEqual(await read({ odsCode: 'B2' }), ['B2/1']);
    assert.equal((await read({ unclosed: true })).length, 5);
    assert.equal((await read({ to: later(5) })).length, 4);
  });
});
