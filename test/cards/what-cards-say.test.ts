import assert from 'node:assert/strict';
import type { Card, CardNode } from '../../cards/adaptive-card.ts';
import { clauseAnswerCard } from '../../cards/clause-answer/clause-answer-card.ts';
import { examples as clauses } from '../../cards/clause-answer/examples.ts';
import { deliveryResultCard } from '../../cards/delivery-result/delivery-result-card.ts';
import { examples as deliveries } from '../../cards/delivery-result/examples.ts';
import { examples as reports } from '../../cards/hygiene-report/examples.ts';
import { hygieneReportCard } from '../../cards/hygiene-report/hygiene-report-card.ts';
import { examples as warnings } from '../../cards/inactivity-warning/examples.ts';
import { inactivityWarningCard } from '../../cards/inactivity-warning/inactivity-warning-card.ts';
import { examples as sections } from '../../cards/policy-section/examples.ts';
import { policySectionCard } from '../../cards/policy-section/policy-section-card.ts';
import { secretMaskedCard } from '../../cards/secret-masked/secret-masked-card.ts';
import { examples as progresses } from '../../cards/send-progress/examples.ts';
import { sendProgressCard } from '../../cards/send-progress/send-progress-card.ts';
import { examples as proposals } from '../../cards/send-proposal/examples.ts';
import { sendProposalCard } from '../../cards/send-proposal/send-proposal-card.ts';

const words = (card: Card) => card.content.fallbackText;
const buttons = (card: Card) => (card.content.actions as CardNode[]).map(({ title }) => title);

describe('What a person reads on a card', () => {
  it('shows a clause word for word, below what it means in short', () => {
    const { summary, text } = clauses.default;
    const read = words(clauseAnswerCard(clauses.default));
    assert.ok(read.indexOf(summary) < read.indexOf(text) && read.includes(`Clause 3.1.12\n`));
  });

  it('pages through a section, forwards and back', () => {
    const { content } = policySectionCard(sections.longest);
    const pages = (content.actions as CardNode[]).map(({ data }) => (data as CardNode).page);
    assert.deepEqual(pages.slice(0, 2), [1, 3]);
    assert.deepEqual(buttons(policySectionCard(sections.default)), ['All sections']);
  });

  it('tells a person that only using the account counts', () => {
    assert.match(words(inactivityWarningCard(warnings.default)), /Only using your account counts/);
  });

  it('says what kind of secret it was, and no more', () => {
    assert.match(
      words(secretMaskedCard({ kinds: ['a password', 'a code'], steps: [] })),
      /a password and a code/,
    );
  });
});

describe('What an administrator reads on a card', () => {
  it('is told that nothing has been sent yet, and how many would be', () => {
    const card = sendProposalCard(proposals.longest);
    assert.match(words(card), /Nothing has been sent yet\.\n1,204 people would get a warning/);
    assert.deepEqual(buttons(card), ['Send 1,204 warnings', 'Do not send']);
  });

  it('reads ten people and the number of the others', () => {
    assert.match(words(sendProposalCard(proposals.longest)), /And 1,505 others\./);
    assert.match(words(deliveryResultCard(deliveries.longest)), /And 313 others\./);
  });

  it('cannot send to nobody', () => {
    assert.deepEqual(buttons(sendProposalCard(proposals.empty)), ['Do not send']);
  });

  it('is told why warnings cannot be sent', () => {
    const card = hygieneReportCard(reports.longest);
    assert.ok(!buttons(card).includes('Send warnings'));
    assert.match(words(card), /too old to act on/);
  });

  it('is not told that all went well when it did not', () => {
    assert.match(words(deliveryResultCard(deliveries.all)), /^Your warnings were sent/);
    assert.match(words(deliveryResultCard({ ...deliveries.all, ambiguous: 1 })), /^Some warnings/);
    assert.match(words(deliveryResultCard(deliveries.empty)), /^No warnings were sent/);
  });

  it('reads how far a send is, and can stop it while something is left', () => {
    const card = sendProgressCard(progresses.default);
    assert.match(
      words(card),
      /615 of 1,240 warnings done[\s\S]*Sent: 612\nTrying again: 5\nNot delivered: 3/,
    );
    assert.deepEqual(buttons(card), ['Stop this send']);
    assert.deepEqual(buttons(sendProgressCard({ ...progresses.default, left: 0 })), []);
    const stopped = sendProgressCard(progresses.stopped);
    assert.match(words(stopped), /^Stopping this send[\s\S]*Nothing more is sent/);
    assert.deepEqual(buttons(stopped), []);
  });

  it('reads why some were not told, and can save who, when there is somebody', () => {
    assert.match(words(deliveryResultCard(deliveries.longest)), /8: They have blocked or removed/);
    assert.ok(buttons(deliveryResultCard(deliveries.default)).includes('Save who was not reached'));
    assert.ok(!buttons(deliveryResultCard(deliveries.all)).includes('Save who was not reached'));
  });

  it('reads each stage and its number on one line: the bar beside them says nothing of its own', () => {
    assert.match(
      words(hygieneReportCard(reports.default)),
      /^63 accounts\nIn use 41\nDue soon 9\nPast its day 2$/m,
    );
  });

  it('sees bars as long as their numbers, and one for a single account among a million', () => {
    const widths = (card: Card) =>
      JSON.stringify(card.content).matchAll(/"width":(\d+),"style":"\w+","minHeight"/g);
    const [active, due, overdue] = [...widths(hygieneReportCard(reports.longest))].map(([, width]) =>
      Number(width),
    );
    assert.deepEqual([active, due, overdue], [50, 2, 1]);
  });
});
