import assert from 'node:assert/strict';
import type { CardNode } from '../../cards/adaptive-card.ts';
import { expiredCard } from '../../cards/expired/expired-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';

describe('Filling in a card', () => {
  it('leaves out what it was not given', () => {
    const { content } = expiredCard({ what: '' });
    assert.equal(content.fallbackText, 'This card is out of date\nNothing was changed.\nMenu');
  });

  it('gives buttons the words a person reads, not escaped ones', () => {
    const { content } = messageCard({ title: '', text: '', buttons: [{ title: 'A_b', say: '*c*' }] });
    const [button] = content.actions as CardNode[];
    assert.equal(button?.title, 'A_b');
    assert.deepEqual(button?.data, { say: '*c*', verb: 'help.say' });
  });

  it('takes out marks that nobody sees and that turn text around', () => {
    const { content } = messageCard({ title: 'invoice\u202efdp.exe\u0007', text: 'مرحبا', buttons: [] });
    assert.equal(content.fallbackText, 'invoicefdp.exe\nمرحبا');
  });

  it('does not fill in a placeholder that stands in data', () => {
    const { content } = messageCard({ title: '$' + '{text}', text: 'secret', buttons: [] });
    assert.equal(content.fallbackText, '$' + '{text}\nsecret');
  });

  it('says the notification when there is nothing else to say', () => {
    const { content, summary } = messageCard({ title: '', text: '', buttons: [] });
    assert.equal(content.fallbackText, summary);
  });
});
