import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { runProgram } from '../support/program.ts';
import { keepPicture, openBrowser } from './browser.ts';
import { type Chat, openChat } from './playground-chat.ts';
import { freePorts, type Product, startProduct } from './whole-product.ts';

const QUESTION = 'can I forward chain emails';

describe('Somebody who is not helped by an answer', function () {
  this.timeout(120_000);
  const dataFolder = mkdtempSync(join(tmpdir(), 'assistant-e2e-feedback-'));
  let browser: Browser;
  let product: Product;
  let chat: Chat;
  let step = 0;

  before(async function () {
    browser = await openBrowser(this);
    const [port, playgroundPort] = (await freePorts(2)) as [number, number];
    product = await startProduct({ dataFolder, port, playgroundPort });
    chat = await openChat(browser, /^Open (http:\/\/\S+)/m.exec(product.printed())?.[1] ?? '');
  });
  afterEach(async () => {
    step += 1;
    if (chat) await keepPicture(chat.page, `feedback-step-${String(step).padStart(2, '0')}`);
  });
  after(async () => {
    await browser?.close();
    product?.end();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('presses "Not what I asked" and gets what else it may have been, and a person', async () => {
    await chat.say(QUESTION);
    await chat.press('Not what I asked', 'Chain emails');
    await chat.card('Sorry, that was not it', 'Ask a person');
  });

  it('presses the thumb down, and it is in the report without them', async () => {
    await chat.page.getByRole('button', { name: 'Dislike' }).last().click();
    await chat.page.getByRole('button', { name: /submit/i }).click();
    const report = async () => {
      const { said } = await runProgram('bot/command-line/feedback.ts', ['report', '--json'], {
        DATA_FOLDER: dataFolder,
      });
      return JSON.parse(said) as { entries: { entry: string; thumbsDown: number; notAsked: number }[] };
    };
    let worst = (await report()).entries[0];
    for (let look = 0; look < 5 && worst?.thumbsDown !== 1; look++) worst = (await report()).entries[0];
    assert.deepEqual([worst?.entry, worst?.thumbsDown, worst?.notAsked], ['aup/3.2.4', 1, 1]);
  });

  it('mentions the assistant in a group chat: a question is answered, and what is personal is not', async () => {
    const { page } = chat;
    const box = page.locator('[contenteditable=true], textarea').first();
    const mentions = async (words: string) => {
      await box.click();
      await page.keyboard.type('@N', { delay: 50 });
      await page.getByRole('menuitem', { name: 'NHSmail assistant' }).click();
      await box.click();
      await page.keyboard.press('End');
      await page.keyboard.type(` ${words}`);
      await page.keyboard.press('Enter');
    };
    // The playground says thank you for the thumb in a window of its own.
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('treeitem', { name: 'Group Chat' }).click();
    await chat.card('Mention me and ask in your own words');
    await mentions(QUESTION);
    await chat.card('Chain emails');
    await mentions('is my account at risk');
    await chat.card('Ask me in our own chat');
    assert.equal(await chat.cards('willowbrook.example').count(), 0);
  });
});
