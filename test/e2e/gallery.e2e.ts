import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { HOSTILE_MARKUP } from '../../cards/hostile-markup.ts';
import { everyCard } from '../../cards/index.ts';
import { keepPicture, openBrowser, ROOT } from './browser.ts';

const WIDTHS = [320, 600];
const THEMES = ['light', 'dark'];

const cards = await everyCard();

describe('A person who looks at the cards', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;
  let folder: string;

  before(async function () {
    browser = await openBrowser(this);
    folder = mkdtempSync(join(tmpdir(), 'assistant-cards-'));
    execFileSync(process.execPath, ['cards/preview.ts', '--out', folder], { cwd: ROOT });
    page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  for (const { name, examples } of cards) {
    describe(`the ${name} card`, () => {
      for (const width of WIDTHS) {
        for (const theme of THEMES) {
          it(`sees all of it at ${width} px in ${theme} colours, and hears a name for each button`, async () => {
            const address = pathToFileURL(join(folder, 'index.html'));
            address.search = String(new URLSearchParams({ card: name, width: String(width), theme }));
            await page.goto(address.href);
            await keepPicture(page, `card-${name}-${width}-${theme}`);
            assert.equal(await page.locator('.card').count(), Object.keys(examples).length);
            assert.deepEqual(await wider(page), []);
            assert.deepEqual(await nameless(page), []);
          });
        }
      }
    });
  }
});

/** @returns what stands out of its card to the right, or is cut off there. */
async function wider(page: Page): Promise<string[]> {
  const found = await page.locator('.card').evaluateAll((frames) =>
    frames.flatMap((frame) => {
      const edge = frame.getBoundingClientRect().right + 1;
      return [frame, ...frame.querySelectorAll('*')]
        .filter((part) => part.clientWidth > 0)
        .filter(
          (part) => part.getBoundingClientRect().right > edge || part.scrollWidth > part.clientWidth + 1,
        )
        .map((part) => ({ button: part.closest('button')?.textContent, text: part.textContent ?? '' }));
    }),
  );
  // No label of ours is as long as a hostile one, which the renderer ends with three dots.
  return found
    .filter(({ button }) => !button?.includes(HOSTILE_MARKUP.slice(0, 60)))
    .map(({ text }) => text.slice(0, 80));
}

/** @returns the lines of the accessibility tree that are a button, a link or a field without a name. */
async function nameless(page: Page): Promise<string[]> {
  const tree = await page.locator('main').ariaSnapshot();
  return tree
    .split('\n')
    .filter((line) => /^\s*- (button|link|checkbox|radio|textbox)(:|\s*$| \[)/.test(line));
}
