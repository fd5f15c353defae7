/** A person's chat with the assistant in the Agents Playground, by what the person sees and presses. */
import type { Browser, Locator, Page } from 'playwright-core';

const LONGEST_WAIT_MS = 20_000;
const CARD = '.ac-adaptiveCard';

export interface Chat {
  page: Page;
  say(text: string): Promise<void>;
  /** The cards that contain all of these words, oldest first. */
  cards(...words: string[]): Locator;
  /** Waits for such a card. @returns the newest. */
  card(...words: string[]): Promise<Locator>;
  /** Presses a button of the newest card that contains these words. */
  press(button: string | RegExp, ...words: string[]): Promise<void>;
}

/** Opens the playground in a new tab. */
export async function openChat(browser: Browser, address: string): Promise<Chat> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
  page.setDefaultTimeout(LONGEST_WAIT_MS);
  await page.goto(address);
  const box = page.locator('[contenteditable=true], textarea').first();
  await box.waitFor();
  const cards = (...words: string[]) =>
    words.reduce((found, hasText) => found.filter({ hasText }), page.locator(CARD));
  const card = async (...words: string[]) => {
    const newest = cards(...words).last();
    await newest.waitFor();
    return newest;
  };
  return {
    page,
    cards,
    card,
    async say(text) {
      await box.fill(text);
      await page.keyboard.press('Enter');
    },
    async press(button, ...words) {
      await (await card(...words)).getByRole('button', { name: button, exact: true }).click();
    },
  };
}
