import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { keepPicture, openBrowser } from './browser.ts';
import { type Chat, openChat } from './playground-chat.ts';
import { freePorts, type Place, type Product, startProduct } from './whole-product.ts';

const SECRET = 'Tulip-Bicycle-77!x';
const MENU_QUESTION = 'What is wrong?';
/** From both clauses about own devices, word for word: the second time it is the one that opens. */
const OWN_DEVICES = 'If you are accessing your NHSmail O365 services from';

describe('A person in the playground', function () {
  this.timeout(120_000);
  let browser: Browser;
  let place: Place;
  let product: Product;
  let chat: Chat;
  let story = 0;

  before(async function () {
    browser = await openBrowser(this);
    const [port, playgroundPort] = (await freePorts(2)) as [number, number];
    place = { dataFolder: mkdtempSync(join(tmpdir(), 'assistant-stories-')), port, playgroundPort };
    product = await startProduct(place);
  });
  // Each story begins with an empty page, so that what is read belongs to it.
  beforeEach(async () => {
    chat = await openChat(browser, `http://127.0.0.1:${place.playgroundPort}`);
  });
  afterEach(async () => {
    story += 1;
    if (!chat) return;
    await keepPicture(chat.page, `story-${String(story).padStart(2, '0')}`);
    await chat.page.close();
  });
  after(async () => {
    await browser?.close();
    product?.end();
    if (place) rmSync(place.dataFolder, { recursive: true, force: true });
  });

  const words = async (...of: string[]) => (await (await chat.card(...of)).textContent()) ?? '';

  it('who asks in a few words chooses what they meant, and reads the clause', async () => {
    await chat.say('sharing');
    await chat.press(/^Sharing files and links in Teams/, 'Did you mean one of these?');
    await chat.card('Clause 3.1.7', 'NHSmail Acceptable Use Policy', 'In short (our words)');
  });

  it('who asks what no source answers is told so, and whom to ask', async () => {
    await chat.say('can I put patient details on whatsapp');
    const read = await words('The sources I have do not answer this');
    assert.match(read, /information governance lead/);
    assert.doesNotMatch(read, /Clause \d/);
  });

  it('who reads about their own phone opens the clause that belongs with it, and closes it', async () => {
    await chat.say('can I use my own phone for nhsmail');
    const other = (await chat.card('Clause 3.1.12')).getByText(OWN_DEVICES).nth(1);
    assert.equal(await other.isVisible(), false, 'it is open before anybody opened it');
    for (const state of ['visible', 'hidden'] as const) {
      await chat.press('Show or hide clause 4.3.9', 'Clause 3.1.12');
      await other.waitFor({ state });
    }
  });

  it('who reads the policy goes from its sections to a page, to the next, and to a clause', async () => {
    await chat.say('show me the policy');
    await chat.press(/^3\.2 Responsibilities/, 'Choose a section');
    await chat.press('Next page', 'Page 1 of 2', 'Chain emails');
    await chat.press('All sections', 'Page 2 of 2');
    await chat.press(/^3\.5 Information governance/, 'Choose a section');
    await chat.card('3.5 Information governance considerations', '3.5.1');
  });

  it('who is locked out is asked what is wrong, and reads steps, the portal and who helps', async () => {
    await chat.say('help with my password');
    const asked = await chat.card(MENU_QUESTION, 'Please never type a password here');
    assert.equal(await asked.locator('input, textarea').count(), 0, 'there is a field to type into');
    await chat.press('I am locked out', MENU_QUESTION);
    const read = await words('What to do', '0333 200 1133');
    assert.match(read, /self-service/);
    assert.match(read, /Local Administrator/);
    assert.equal(await chat.cards(MENU_QUESTION).count(), 0, 'the answered question is still there');
  });

  it('who types their password all the same is told to delete it, and never reads it again', async () => {
    await chat.say(`my password is ${SECRET}`);
    await chat.card('Please delete your last message', 'I have not kept it');
    await chat.card(MENU_QUESTION);
    for (const read of await chat.cards().allTextContents()) assert.ok(!read.includes(SECRET), read);
    assert.ok(!product.printed().includes(SECRET));
  });

  it('who asks something else in the middle of the DSPT check is answered, and asked again', async () => {
    await chat.say('what DSPT stage are we');
    await chat.press('Skip this step', 'Which organisation is it about?');
    await chat.card('Question 2 of 3');
    await chat.say('how long must my password be');
    await chat.card('At least 10 characters');
    await chat.press('Yes', 'Question 2 of 3');
    await chat.press('Yes, but it is not published yet', 'Question 3 of 3');
    await chat.press('Remind me', 'Standards Met, once published');
    const read = await words('I will remind you 5 times');
    assert.match(read, /Deadline: 30 June \d{4}/);
    await chat.press('Stop these reminders', 'I will remind you 5 times');
    await chat.card('Your toolkit reminders are stopped');
  });

  it('who is an administrator notes that somebody is away, and then no warning is proposed for them', async () => {
    const propose = async () => {
      await chat.say('hygiene report');
      await chat.press(/head office/, 'All your organisations');
      await chat.press('Send warnings', 'Due soonest', 'head office');
    };
    await propose();
    await chat.press('Do not send', 'Nothing has been sent yet', '1 person would get a warning in Teams');
    await chat.card('Not sent', 'No warning was sent');
    await chat.say('search for alex');
    await chat.press('Planned absence', 'Alex Wilber', 'What the report says');
    const form = await chat.card('Planned absence', 'Please do not say why they are away');
    await form.getByLabel('Last day of the absence').fill(inDays(60));
    await form.getByLabel('Who approved it').fill('Sam Lee');
    await chat.press('Keep this', 'Please do not say why they are away');
    await chat.card('Alex Wilber', 'Planned absence until', 'Sam Lee');
    await propose();
    const dryRun = await chat.card('Nobody in this list can get a warning in Teams');
    assert.doesNotMatch((await dryRun.textContent()) ?? '', /Alex Wilber/);
  });
});

/** A day from now, as a date field takes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
