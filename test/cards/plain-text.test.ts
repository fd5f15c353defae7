import assert from 'node:assert/strict';
import type { AdaptiveCard, CardNode } from '../../cards/adaptive-card.ts';
import { plainText } from '../../cards/plain-text.ts';

function read(body: CardNode[], actions: CardNode[] = []): string {
  return plainText({ type: 'AdaptiveCard', version: '1.5', fallbackText: 'A card', body, actions });
}

const text = (words: string): CardNode => ({ type: 'TextBlock', text: words });

describe('A card in words', () => {
  it('is read from top to bottom, one line for each thing', () => {
    const body = [text('Title'), { type: 'Container', items: [text('First'), text('Second')] }];
    assert.equal(read(body, [{ type: 'Action.Execute', title: 'Menu' }]), 'Title\nFirst\nSecond\nMenu');
  });

  it('shows where a link goes', () => {
    const link = { type: 'Action.OpenUrl', title: 'Read the policy', url: 'https://support.nhs.net/' };
    assert.equal(read([text('[Help](https://a.example)')]), 'Help (https://a.example)');
    assert.equal(read([], [link]), 'Read the policy (https://support.nhs.net/)');
  });

  it('does not read a link out of words that were made harmless', () => {
    assert.equal(read([text('\\[Click\\](https://evil.example)')]), '[Click](https://evil.example)');
  });

  it('leaves verbatim text as it stands, backslashes too', () => {
    const inlines = [{ type: 'TextRun', text: 'C:\\_old ' }, 'and *this*'];
    assert.equal(read([{ type: 'RichTextBlock', inlines }]), 'C:\\_old and *this*');
    assert.equal(read([], [{ type: 'Action.Execute', title: 'A \\[title]' }]), 'A \\[title]');
  });

  it('reads a step beside its number', () => {
    const columns = [{ items: [text('1\\.')] }, { items: [text('Log in')] }];
    assert.equal(read([{ type: 'ColumnSet', columns }]), '1. Log in');
  });

  it('reads facts, inputs and cards inside cards', () => {
    const facts = [{ title: 'Sent', value: '8' }];
    const input = { type: 'Input.ChoiceSet', label: 'Which?', choices: [{ title: 'Yes', value: 'y' }] };
    const inner: AdaptiveCard = {
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: '',
      body: [text('More')],
    };
    const show = { type: 'Action.ShowCard', title: 'Show', card: inner };
    assert.equal(read([{ type: 'FactSet', facts }, input], [show]), 'Sent: 8\nWhich?\nYes\nShow\nMore');
  });

  it('leaves out what nobody sees', () => {
    assert.equal(read([{ ...text('Hidden'), isVisible: false }, text('Seen')]), 'Seen');
  });
});
