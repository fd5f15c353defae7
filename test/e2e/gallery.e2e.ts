import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { HOSTILE_MARKUP } from '../../cards/hostile-markup.ts';
import { everyCard } from '../../cards/index.ts';
import { THEMES } from '../../cards/preview/host-config.ts';
import { compareWithAccepted } from './accepted-pictures.ts';
import { keepPicture, openBrowser, ROOT } from './browser.ts';

const WIDTHS = [320, 600];
/** What a check by axe-core covers: the success criteria of WCAG 2.2, levels A and AA. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Half size keeps them small in the repository, and shows everything that moves or changes colour. */
const SCALE = 0.5;

const cards = await everyCard();

describe('A person who looks at the cards', function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  let half: Page;
  let folder: string;

  before(async function () {
    browser = await openBrowser(this);
    folder = mkdtempSync(join(tmpdir(), 'assistant-cards-'));
    execFileSync(process.execPath, ['cards/preview.ts', '--out', folder], { cwd: ROOT });
    page = await browser.newPage({ viewport: { width: 700, height: 900 } });
    half = await browser.newPage({ viewport: { width: 700, height: 900 }, deviceScaleFactor: SCALE });
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  async function open(on: Page, choice: Record<string, string>): Promise<void> {
    const address = pathToFileURL(join(folder, 'index.html'));
    address.search = String(new URLSearchParams(choice));
    await on.goto(address.href);
  }

  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      describe(`at ${width} px in ${theme} colours`, () => {
        before(() => open(page, { width: String(width), theme }));

        it('sees all of every card, and hears a name for each button', async () => {
          await keepPicture(page, `cards-${width}-${theme}`);
          const examples = cards.flatMap((card) => Object.keys(card.examples));
          assert.equal(await page.locator('.card').count(), examples.length);
          assert.deepEqual(await wider(page), []);
          assert.deepEqual(await nameless(page), []);
        });

        it('meets no barrier of WCAG 2.2 AA', async () => {
          assert.deepEqual(await barriers(page), []);
        });
      });
    }
  }

  for (const { name, examples } of cards) {
    it(`sees the ${name} card as it was when somebody last looked at it`, async () => {
      const [example = ''] = Object.keys(examples);
      await open(half, { card: name, example });
      const frames = await half.locator('.card').all();
      assert.equal(frames.length, WIDTHS.length * THEMES.length);
      const parts: Buffer[] = [];
      for (const frame of frames) parts.push(await frame.screenshot());
      assert.equal(compareWithAccepted(name, parts), undefined);
    });
  }
});

/** @returns what stands out of its card to the right, or is cut off there. */
async function wider(page: Page): Promise<string[]> {
  const found = await page.locator('.card').evaluateAll((frames) =>
    frames.flatMap((frame) => {
      const edge = frame.getBoundingClientRect().right + 1;
      return (
        [frame, ...frame.querySelectorAll('*')]
          // What is typed into a field moves along inside it.
          .filter((part) => part.clientWidth > 0 && part.tagName !== 'INPUT')
          .filter(
            (part) => part.getBoundingClientRect().right > edge || part.scrollWidth > part.clientWidth + 1,
          )
          .map((part) => ({ button: part.closest('button')?.textContent, text: part.textContent ?? '' }))
      );
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

interface AxeCore {
  run(
    where: string,
    options: { runOnly: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** @returns what axe-core finds in the cards, a line each. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (standard) => {
    const { axe } = globalThis as unknown as { axe: AxeCore };
    const { violations } = await axe.run('main .card', { runOnly: standard });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, STANDARD);
}
