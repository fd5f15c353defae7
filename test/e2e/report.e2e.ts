import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { documentedLines } from '../support/documented-activity.ts';
import { keepPicture, openBrowser } from './browser.ts';
import { type Chat, openChat } from './playground-chat.ts';
import { freePorts, type Place, type Product, startProduct } from './whole-product.ts';

/** For the browser, which has its own names for these. */
function pasting(text: string): string {
  return `(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const box = document.querySelector('.monaco-editor textarea');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  })()`;
}

describe('An administrator who brings a report into the playground', function () {
  this.timeout(120_000);
  let browser: Browser;
  let place: Place;
  let product: Product;
  let chat: Chat;
  let step = 0;

  before(async function () {
    browser = await openBrowser(this);
    const [port, playgroundPort] = (await freePorts(2)) as [number, number];
    place = { dataFolder: mkdtempSync(join(tmpdir(), 'assistant-e2e-')), port, playgroundPort };
    product = await startProduct(place);
    chat = await openChat(browser, /^Open (http:\/\/\S+)/m.exec(product.printed())?.[1] ?? '');
  });
  afterEach(async () => {
    step += 1;
    if (chat) await keepPicture(chat.page, `report-step-${step}`);
  });
  after(async () => {
    await browser?.close();
    product?.end();
    if (place) rmSync(place.dataFolder, { recursive: true, force: true });
  });

  it('sends the custom activity that the documentation has, and sees what would change', async () => {
    const { page } = chat;
    await page.getByText('Mock an Activity').click();
    await page.getByText('Custom activity', { exact: true }).click();
    await page.locator('.monaco-editor').click();
    // The template's last line but the bracket is its type.
    for (const key of ['Control+End', 'ArrowUp', 'End', 'Shift+Home']) await page.keyboard.press(key);
    // Pasted, as a person does it: what is typed there gets brackets of its own.
    await page.evaluate(pasting(documentedLines(place.port)));
    await page.getByRole('button', { name: 'Send activity' }).click();
    const card = await chat.card('Check this report', 'mailbox-report.csv');
    const words = await card.innerText();
    assert.match(words, /Nothing has been changed yet/);
    assert.match(words, /2 rows cannot be used/);
  });

  it('says of which day it is, ticks that it is complete, and reads what it did', async () => {
    const card = await chat.card('Check this report');
    // The calendar opens on today.
    await card.getByPlaceholder('Select a date...').click();
    await chat.page.getByRole('grid').waitFor();
    await chat.page.keyboard.press('Enter');
    await card.locator('input[type=checkbox]').check();
    await chat.press('Use this report', 'Check this report');
    const used = await chat.card('The report is in use');
    assert.match(await used.innerText(), /Gone\s*2/);
  });

  it('takes it back', async () => {
    await chat.press('Undo', 'The report is in use');
    await chat.card('The report was taken back');
  });
});
