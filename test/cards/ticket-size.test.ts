import assert from 'node:assert/strict';
import type { Card } from '../../cards/adaptive-card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { examples as ticketExamples } from '../../cards/ticket/examples.ts';
import { ticketCard } from '../../cards/ticket/ticket-card.ts';
import { examples as answerExamples } from '../../cards/ticket-answer/examples.ts';
import { ticketAnswerCard } from '../../cards/ticket-answer/ticket-answer-card.ts';
import { examples as statusExamples } from '../../cards/ticket-status/examples.ts';
import { ticketStatusCard } from '../../cards/ticket-status/ticket-status-card.ts';

/** The smallest limit in the documentation of Teams, of a webhook's message. */
const TEAMS_TAKES = 28 * 1024;

const LETTERS = Array.from({ length: 1000 }, (_, at) => 'abcdefghij'[at % 10]).join('\n');
const texts = {
  'a thousand lines of one letter': LETTERS,
  'one line as long as the box takes': 'x'.repeat(2000),
  'nothing but marks that have to be escaped': '*'.repeat(2000),
  'forty full lines': `${'y'.repeat(49)}\n`.repeat(40),
};
const sizeOf = ({ content }: Card) => Buffer.byteLength(JSON.stringify(content));

describe('A question with much in it', () => {
  const said = (words: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ who: `Person ${at + 1}`, words, byHelper: at % 2 === 0 }));

  for (const [what, text] of Object.entries(texts)) {
    it(`reaches helpers, and its answer the person who asked: ${what}`, () => {
      const before = text.slice(0, 600);
      const question = ticketCard({
        ...ticketExamples.answered,
        question: text,
        before,
        messages: said(text, 9),
        draft: text,
      });
      const answer = ticketAnswerCard({
        ...answerExamples.replied,
        question: text,
        answer: text,
        reply: text,
        draft: text,
      });
      const status = ticketStatusCard({ ...statusExamples.default, question: text });
      for (const card of [question, answer, status]) {
        assert.ok(sizeOf(card) < TEAMS_TAKES, `${card.summary}: ${sizeOf(card)} bytes`);
      }
    });
  }

  it('shows its last message, and says how many are not shown', () => {
    const messages = said('*'.repeat(2000), 6);
    const text = plainText(ticketCard({ ...ticketExamples.answered, messages }).content);
    assert.match(text, /Person 6\n\*\*\*/);
    const shown = text.match(/^Person \d$/gm)?.length ?? 0;
    assert.ok(shown >= 1 && shown < 4, String(shown));
    assert.ok(text.includes(`${6 - shown} earlier messages are not shown.`), text.slice(0, 300));
  });

  it('shows four messages when they are short, each in its own lines', () => {
    const messages = said('one\ntwo', 6);
    const text = plainText(ticketCard({ ...ticketExamples.answered, messages }).content);
    assert.equal(text.match(/^Person \d\none\ntwo$/gm)?.length, 4);
  });

  it('loses no word of a text with very many lines', () => {
    const text = plainText(ticketCard({ ...ticketExamples.default, question: LETTERS }).content);
    assert.ok(text.replaceAll(/\s/g, '').includes(LETTERS.replaceAll('\n', '')));
  });
});
