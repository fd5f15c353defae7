/** A headless Chromium for the tests that look at what people see. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SCREENSHOTS = join(ROOT, 'build', 'screenshots');
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const MISSING =
  'Chromium is missing. Install it with "apt-get install -y chromium", or set CHROMIUM to where it is';
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens the browser, for a `before` hook. Without one the suite is skipped and its titles say why.
 * @throws Error that says how to install it, where CI=true or E2E=required says that it has to be there.
 */
export async function openBrowser(hook: Mocha.Context): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
  if (executablePath) return chromium.launch({ executablePath, args: OPTIONS });
  if (process.env.CI === 'true' || process.env.E2E === 'required') throw new Error(MISSING);
  hook.test?.parent?.eachTest((test) => {
    test.title += ` (skipped: ${MISSING})`;
  });
  return hook.skip();
}

/** Keeps a picture of the page as `build/screenshots/<name>.png`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  assert.match(name, /^[a-z0-9-]+$/);
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
