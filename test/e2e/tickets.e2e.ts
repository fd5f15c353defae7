import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { keepPicture, openBrowser } from './browser.ts';
import { type Chat, openChat } from './playground-chat.ts';
import { freePorts, type Product, startProduct } from './whole-product.ts';

const QUESTION = 'can I use whatsapp for work';
const CARD_IN_CHANNEL = 'Question 1 (A9X4)';

/** The playground has one person: she asks in her own chat, and answers in the channel as a helper. */
describe('A question to the helpers, in the playground', function () {
  this.timeout(120_000);
  let browser: Browser;
  let product: Product;
  let chat: Chat;
  let dataFolder: string;
  let step = 0;

  before(async function () {
    browser = await openBrowser(this);
    const [port, playgroundPort] = (await freePorts(2)) as [number, number];
    dataFolder = mkdtempSync(join(tmpdir(), 'assistant-e2e-tickets-'));
    product = await startProduct({ dataFolder, port, playgroundPort });
    chat = await openChat(browser, /^Open (http:\/\/\S+)/m.exec(product.printed())?.[1] ?? '');
    await chat.card('Hello. I am the NHSmail assistant');
  });
  afterEach(async () => {
    step += 1;
    if (chat) await keepPicture(chat.page, `tickets-step-${String(step).padStart(2, '0')}`);
  });
  after(async () => {
    await browser?.close();
    product?.end();
    if (dataFolder) rmSync(dataFolder, { recursive: true, force: true });
  });

  const goTo = async (place: string) => chat.page.getByText(place, { exact: true }).first().click();
  async function mentions(words: string): Promise<void> {
    const box = chat.page.locator('[contenteditable=true], textarea').first();
    await box.click();
    await chat.page.keyboard.type('@NHS');
    await chat.page.getByRole('menuitem', { name: 'NHSmail assistant' }).click();
    await chat.page.keyboard.type(` ${words}`);
    await chat.page.getByRole('button', { name: 'Post' }).click();
  }

  /** Until the card no longer says that its box is empty. */
  async function writes(box: Locator, words: string, press: () => Promise<void>): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      await box.fill(words);
      await press();
      const isEmpty = chat.page.getByText(/^Write (something|your answer) first\.$/);
      if (!(await isEmpty.isVisible())) return;
    }
  }

  it('begins with an administrator who names the channel in the channel, and confirms it', async () => {
    await goTo('Helpers');
    await mentions('use this channel for A9X4');
    await chat.card('Use this channel for questions of A9X4?', 'Everybody in this channel can read them');
    await chat.press('Use this channel', 'Use this channel for questions');
    await chat.card('This channel is in use');
  });

  it('is asked from an answer that did not help, and read before it goes', async () => {
    await goTo('Personal Chat');
    await chat.say(QUESTION);
    await chat.press('Ask a person', 'Who to ask');
    const form = await chat.card('This goes to the helpers of Willowbrook Care (head office)');
    const box = form.getByLabel(/Your question/);
    assert.equal(await box.inputValue(), QUESTION);
    await box.fill('Can I use WhatsApp to swap shifts?');
    await chat.press('Send', 'This goes to the helpers');
    await chat.card('Your question is on its way', '9am to 5pm');
    await chat.card('Your question 1', 'Nobody has taken it yet', 'Can I use WhatsApp to swap shifts?');
  });

  it('arrives in the channel, is taken there and answered on its card', async () => {
    await goTo('Helpers');
    await chat.card(CARD_IN_CHANNEL, 'Nobody has taken it yet', 'Can I use WhatsApp to swap shifts?');
    await chat.press('Take it', CARD_IN_CHANNEL);
    const card = await chat.card(CARD_IN_CHANNEL, 'Alex Wilber has taken it');
    await writes(card.getByLabel(/Your answer/), 'For shifts, yes. Never for anything about patients.', () =>
      chat.press('Send answer', CARD_IN_CHANNEL),
    );
    await chat.card(CARD_IN_CHANNEL, 'Alex Wilber answered it', 'For shifts, yes');
    assert.equal(await chat.cards(CARD_IN_CHANNEL).count(), 1, 'the card was changed, not sent again');
  });

  it('comes back to the person, whose first card shows it too, and who writes back', async () => {
    await goTo('Personal Chat');
    await chat.card('Your question 1', 'Alex Wilber answered it');
    const answer = await chat.card('An answer to your question 1', 'For shifts, yes. Never for anything');
    // A card that changes meanwhile makes the playground draw all of them again, with empty boxes.
    await writes(answer.getByLabel(/Write back/), 'Thank you. And for the rota?', () =>
      chat.press('Send', 'An answer to your question 1'),
    );
    await chat.card('An answer to your question 1', 'You wrote back', 'And for the rota?');
  });

  it('shows the helpers what was written back, and both sides that it is closed', async () => {
    await goTo('Helpers');
    await chat.card('They wrote back. You can read and answer it');
    await chat.card(CARD_IN_CHANNEL, 'And for the rota?');
    await chat.press('Close', CARD_IN_CHANNEL);
    await chat.card(CARD_IN_CHANNEL, 'Closed.');
    await goTo('Personal Chat');
    await chat.card('Your question 1', 'Closed.');
  });
});
