import assert from 'node:assert/strict';
import { LONGEST_WORDS } from '../../feedback/feedback.ts';
import { feedbackReport, feedbackWords, wentWrong } from '../../feedback/report.ts';
import { rateAnswer, recordNotAsked, rememberShown } from '../../feedback/shown-answers.ts';
import { forEachDatabase } from '../support/databases.ts';

const DAY = '2026-11-20';
const AT = new Date('2026-11-20T10:00:00Z');
const WEEK = {
  from: new Date('2026-11-16T00:00:00Z'),
  to: new Date('2026-11-23T00:00:00Z'),
  firstDay: '2026-11-16',
  lastDay: '2026-11-22',
};

forEachDatabase('the report of what came of questions', (open) => {
  type Turn = [outcome: string, entries: string[], feature?: string, at?: Date];
  async function database(turns: Turn[] = []) {
    const opened = await open();
    for (const [outcome, entries, feature = 'aup', at = AT] of turns) {
      await opened.query(
        `insert into turn_record (at, feature, outcome, entries, masked, latency_ms) values ($1, $2, $3, $4, false, 1)`,
        [at, feature, outcome, entries],
      );
    }
    return opened;
  }
  const answer = (activityId: string, entry = 'aup/3.1.5') => ({
    conversationId: 'chat',
    activityId,
    feature: 'aup',
    entry,
    outcome: 'answered',
    at: AT,
  });

  it('counts an answer for its own entry, a choice for each that was offered, and nothing found by itself', async () => {
    const report = await feedbackReport(
      await database([
        ['answered', ['aup/3.1.5', 'aup/3.1.6']],
        ['answered', ['aup/3.1.5']],
        ['choose', ['aup/3.1.5', 'aup/4.2']],
        ['not-covered', ['gaps/mailbox-size']],
        ['not-covered', []],
        ['not-covered', []],
        // A greeting, a menu and the assistant's own questions about an answer are no question.
        ['answered', [], 'help'],
        ['choose', ['aup/9'], 'feedback'],
      ]),
      WEEK,
    );
    const counts = report.map(({ entry, asked, answered, choice, notCovered }) => [
      entry,
      asked,
      answered,
      choice,
      notCovered,
    ]);
    assert.deepEqual(counts, [
      ['', 2, 0, 0, 2],
      ['gaps/mailbox-size', 1, 0, 0, 1],
      ['aup/3.1.5', 3, 2, 1, 0],
      ['aup/4.2', 1, 0, 1, 0],
    ]);
  });

  it('puts the worst first: not covered, thumbs down and "not what I asked" together', async () => {
    const opened = await database([
      ['answered', ['good']],
      ['answered', ['bad']],
      ['not-covered', ['gap']],
    ]);
    await rememberShown(opened, [answer('1', 'good'), answer('2', 'bad')]);
    const rate = (activityId: string, said: 'like' | 'dislike') =>
      rateAnswer(
        opened,
        { conversationId: 'chat', activityId, speakerId: 'p', said, reasons: ['not-right', 'too-little'] },
        DAY,
      );
    await rate('1', 'like');
    await rate('2', 'dislike');
    await recordNotAsked(opened, [{ feature: 'aup', entry: 'bad', outcome: 'answered' }], DAY);
    const report = await feedbackReport(opened, WEEK);
    assert.deepEqual(
      report.map((each) => [each.entry, wentWrong(each)]),
      [
        ['bad', 2],
        ['gap', 1],
        ['good', 0],
      ],
    );
    const [bad, , good] = report;
    assert.deepEqual(bad?.reasons, { 'not-right': 1, 'too-little': 1 });
    assert.equal(good?.thumbsUp, 1);
  });

  it('shows an entry of which people only spoke, on an old card', async () => {
    const opened = await database();
    await recordNotAsked(opened, [{ feature: 'aup', entry: 'aup/2.1', outcome: 'answered' }], DAY);
    const [row] = await feedbackReport(opened, WEEK);
    assert.deepEqual([row?.entry, row?.asked, row?.notAsked], ['aup/2.1', 0, 1]);
  });

  it('keeps to its days', async () => {
    const opened = await database([
      ['answered', ['before'], 'aup', new Date('2026-11-15T23:59:59Z')],
      ['answered', ['after'], 'aup', WEEK.to],
    ]);
    for (const day of ['2026-11-15', '2026-11-23'])
      await recordNotAsked(opened, [{ feature: 'aup', entry: 'x', outcome: 'answered' }], day);
    assert.deepEqual(await feedbackReport(opened, WEEK), []);
  });

  it('counts each person once for an answer, also when they press at the same moment', async () => {
    const opened = await database();
    await rememberShown(opened, [answer('1')]);
    const rating = { conversationId: 'chat', activityId: '1', said: 'dislike', reasons: [] } as const;
    const ends = await Promise.all(
      ['p', 'p', 'q'].map((speakerId) => rateAnswer(opened, { ...rating, speakerId }, DAY)),
    );
    assert.deepEqual(ends.sort(), ['again', 'counted', 'counted']);
    assert.equal((await feedbackReport(opened, WEEK))[0]?.thumbsDown, 2);
    const elsewhere = { ...rating, conversationId: 'another chat', speakerId: 'r' };
    assert.equal(await rateAnswer(opened, elsewhere, DAY), 'unknown');
  });

  it('takes the newest answer of the chat when the client does not say which', async () => {
    const opened = await database();
    const older = { ...answer('1', 'older'), at: new Date(AT.getTime() - 60_000) };
    const elsewhere = { ...answer('3', 'elsewhere'), conversationId: 'another chat', at: new Date() };
    await rememberShown(opened, [older, answer('2', 'newest'), elsewhere]);
    const rating = { conversationId: 'chat', activityId: '', said: 'like', reasons: [] } as const;
    assert.equal(await rateAnswer(opened, { ...rating, speakerId: 'p' }, DAY), 'counted');
    assert.equal(await rateAnswer(opened, { ...rating, speakerId: 'p' }, DAY), 'again');
    assert.deepEqual(
      (await feedbackReport(opened, WEEK)).map(({ entry, thumbsUp }) => [entry, thumbsUp]),
      [['newest', 1]],
    );
    assert.equal(
      await rateAnswer(opened, { ...rating, conversationId: 'empty', speakerId: 'p' }, DAY),
      'unknown',
    );
  });

  it('gives the words that people agreed to send, without anything of theirs beside them', async () => {
    const opened = await database();
    await rememberShown(opened, [answer('1')]);
    const words = 'x'.repeat(LONGEST_WORDS);
    const rating = { conversationId: 'chat', activityId: '1', said: 'like', reasons: [], words } as const;
    await rateAnswer(opened, { ...rating, speakerId: 'the-person' }, DAY);
    assert.deepEqual(await feedbackWords(opened, WEEK), [
      { day: DAY, entry: 'aup/3.1.5', said: 'like', words },
    ]);
    const kept = JSON.stringify([
      await opened.query('select * from feedback'),
      await opened.query('select * from feedback_words'),
    ]);
    assert.doesNotMatch(kept, /the-person|chat/);
  });
});
