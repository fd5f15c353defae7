import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { keepPicture, openBrowser } from './browser.ts';
import { type Chat, openChat } from './playground-chat.ts';
import { freePorts, isOpen, type Place, type Product, startProduct, untilClosed } from './whole-product.ts';

/** Clause 3.1.12 of the Acceptable Use Policy. */
const OWN_DEVICES =
  'If you are accessing your NHSmail O365 services from a non-corporate device i.e. a home computer, personally owned laptop or in an internet cafe, you must gain explicit permission from your organisation to confirm this is acceptable use.';
const HEAD_OFFICE = 'Willowbrook Care (head office)';
const WELCOME = 'Hello. I am the NHSmail assistant';
const WARNING = 'Your NHSmail account could be de-activated on';
const RESULT = 'Your warnings were sent';

describe('A newcomer who runs npm start', function () {
  this.timeout(120_000);
  let browser: Browser;
  let place: Place;
  let address: string;
  let product: Product;
  let chat: Chat;
  let step = 0;
  const started: Product[] = [];

  const start = async () => {
    product = await startProduct(place);
    started.push(product);
  };

  before(async function () {
    browser = await openBrowser(this);
    const [port, playgroundPort] = (await freePorts(2)) as [number, number];
    place = { dataFolder: mkdtempSync(join(tmpdir(), 'assistant-e2e-')), port, playgroundPort };
    await start();
    address = /^Open (http:\/\/\S+)/m.exec(product.printed())?.[1] ?? '';
    chat = await openChat(browser, address);
  });
  afterEach(async () => {
    step += 1;
    if (chat) await keepPicture(chat.page, `playground-step-${String(step).padStart(2, '0')}`);
  });
  after(async () => {
    await browser?.close();
    for (const each of started) each.end();
    if (place) rmSync(place.dataFolder, { recursive: true, force: true });
  });

  it('is given one address to open and three things to try', () => {
    const printed = product.printed();
    assert.equal(printed.match(/http:\/\//g)?.length, 1);
    assert.match(printed, /and try:\n( {2}\S.*\n){3}\nPress Ctrl-C to stop/);
  });

  it('is welcomed, and told what the assistant does and does not do', async () => {
    await chat.card(WELCOME, 'I can', 'I do not');
  });

  it('finds what it can help with in the menu', async () => {
    await chat.say('menu');
    await chat.card('What I can help with', 'Password', 'Acceptable Use Policy', 'DSPT', 'Hygiene report');
  });

  it('asks about their own phone and reads clause 3.1.12 word for word, with its section and source', async () => {
    await chat.say('can I use my own phone for nhsmail');
    const section = '3.1 General responsibilities when using NHSmail';
    await chat.card('Clause 3.1.12', section, OWN_DEVICES, 'NHSmail Acceptable Use Policy');
  });

  it('asks about passwords and reads the rule with the year of its source', async () => {
    await chat.say('how long must my password be');
    await chat.card('10 characters', 'NHSmail and DSPT slides', '2020');
  });

  it('answers the DSPT questions with buttons and learns the stage', async () => {
    await chat.say('what DSPT stage are we');
    await chat.press('Skip this step', 'Which organisation is it about?');
    await chat.press('Yes', 'critical legal requirements', 'Question 2 of 3');
    await chat.press('Not all of them yet', 'Question 3 of 3');
    const result = await chat.card('Entry Level', 'ended in March 2021', 'Approaching Standards or above');
    assert.match((await result.textContent()) ?? '', /The helpdesk confirms/);
    assert.equal(await chat.cards('Question 3 of 3').count(), 0, 'the answered question is still there');
  });

  it('learns where their own account stands, by which rule, and what to do', async () => {
    await chat.say('is my account at risk');
    const sources = ['NHSmail Local Administrator communication, 24 November 2022', 'NHS Improvement, 2020'];
    await chat.card(
      'alex.wilber@willowbrook.example',
      'What to do now',
      'You are using Teams now',
      ...sources,
    );
  });

  it('as an administrator sees their accounts by stage, and who would be warned before anything is sent', async () => {
    await chat.say('hygiene report');
    await chat.card('Willowbrook Care at Home', 'Account activity');
    await chat.press(/head office/, 'All your organisations');
    await chat.press('Send warnings', HEAD_OFFICE, 'Due soonest');
    await chat.card('Nothing has been sent yet', '1 person would get a warning in Teams', 'Who and why');
    assert.equal(await chat.cards(WARNING).count(), 0);
  });

  it('opens an account, notes that it is still needed, and goes back to the list', async () => {
    await chat.say('search for patrick');
    await chat.press('Still needed', 'Patrick Donnelly', 'What the report says');
    await chat.card('Patrick Donnelly', 'Kept. A leaver mark no longer counts here', 'by you');
    await chat.press('Undo the last decision', 'Patrick Donnelly');
    await chat.card('Patrick Donnelly', 'Undone.');
    await chat.press('Back to the report', 'Patrick Donnelly', 'Undone.');
    await chat.card('All accounts with “patrick”');
  });

  it('says yes, and the warning and the delivery result arrive by themselves', async () => {
    await chat.press('Send 1 warning', 'Nothing has been sent yet');
    await chat.card(WARNING, 'What to do now');
    const result = await chat.card(RESULT);
    assert.match((await result.textContent()) ?? '', /Sent\s*1\D/);
    assert.equal(await chat.cards(WARNING).count(), 1);
  });

  it('after it was killed starts it again and finds the report still there', async () => {
    await product.killProgram();
    // The playground ends with it, so nothing of the first start is in the way of the second.
    for (const port of [place.port, place.playgroundPort]) await untilClosed(port);
    await start();
    chat = await openChat(browser, address);
    await chat.say('hygiene report');
    await chat.card('Account activity', HEAD_OFFICE);
  });

  it('cannot warn the same person a second time, and nothing has arrived twice', async () => {
    await chat.press(/head office/, 'All your organisations');
    await chat.press('Send warnings', HEAD_OFFICE, 'Due soonest');
    const dryRun = await chat.card('Nobody in this list can get a warning in Teams');
    assert.equal(await dryRun.getByRole('button', { name: /^Send \d/ }).count(), 0);
    assert.doesNotMatch((await dryRun.textContent()) ?? '', /alex\.wilber/);
    // The tab is new: what is in it came after the second start.
    for (const words of [WELCOME, WARNING, RESULT]) assert.equal(await chat.cards(words).count(), 0, words);
  });

  it('starts everything again on the same data and is not welcomed a second time', async () => {
    for (const each of started) each.end();
    for (const port of [place.port, place.playgroundPort]) await untilClosed(port);
    await start();
    chat = await openChat(browser, address);
    for (const event of ['installationUpdate 200', 'conversationUpdate 200']) {
      await chat.page.getByText(event).first().waitFor();
    }
    await chat.say('hygiene report');
    await chat.card(HEAD_OFFICE, 'Due soonest');
    for (const words of [WELCOME, WARNING, RESULT]) assert.equal(await chat.cards(words).count(), 0, words);
  });

  it('stops everything with Ctrl-C', async () => {
    for (const port of [place.port, place.playgroundPort]) assert.equal(await isOpen(port), true);
    assert.equal(await product.pressCtrlC(), 0);
    for (const port of [place.port, place.playgroundPort])
      assert.equal(await isOpen(port), false, `port ${port}`);
  });
});
