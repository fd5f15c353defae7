import assert from 'node:assert/strict';
import { finishWords, timeLeftWords } from '../../../dialogs/hygiene/send-messages.ts';

describe('what an administrator reads about the time of a send', () => {
  it('is how much longer it takes, and nothing while nothing moves', () => {
    assert.equal(timeLeftWords(null), '');
    assert.equal(timeLeftWords(59), 'Less than a minute to go.');
    assert.equal(timeLeftWords(60), 'About 1 minute to go.');
    assert.equal(timeLeftWords(61), 'About 2 minutes to go.');
    assert.equal(timeLeftWords(3600), 'About 1 hour to go.');
    assert.equal(timeLeftWords(11 * 3600 + 7 * 60), 'About 11 hours and 7 minutes to go.');
    assert.equal(timeLeftWords(2 * 3600 - 1), 'About 2 hours to go.');
  });

  it('is the minute in which it ends, on the clock of their time zone', () => {
    const now = new Date('2026-07-01T10:00:00Z');
    const words = (end: string) => finishWords(new Date(end), now, 'Europe/London');
    assert.equal(words('2026-07-01T10:00:01Z'), '11:01 today');
    assert.equal(words('2026-07-01T22:59:59Z'), '00:00 on 2 July 2026');
  });
});
