/**
 * Draws every example of every card as Teams would, in one page that opens from disk: `npm run preview`.
 * `--out <folder>` puts the page elsewhere than build/preview.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { everyCard } from './index.ts';
import { hostConfig, THEMES } from './preview/host-config.ts';

const ROOT = new URL('../', import.meta.url);

const { values } = parseArgs({ options: { out: { type: 'string', default: 'build/preview' } } });
const folder = resolve(values.out);
mkdirSync(folder, { recursive: true });
const file = resolve(folder, 'index.html');
writeFileSync(file, await previewPage());
console.log(file);

async function previewPage(): Promise<string> {
  const themes = Object.fromEntries(THEMES.map((theme) => [theme, hostConfig(theme)]));
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Every card</title>
    <style>${read('cards/preview/page.css')}</style>
  </head>
  <body>
    <header>
      <h1>Every card</h1>
      <nav aria-label="Cards"></nav>
      <p>
        Show fewer: add <code>?card=clause-answer</code>, <code>&amp;example=longest</code>,
        <code>&amp;width=320</code> or <code>&amp;theme=dark</code> to the address.
      </p>
    </header>
    <main></main>
    <script>${read('node_modules/adaptivecards/dist/adaptivecards.min.js')}</script>
    <script>window.CARDS = ${inScript(await everyCard())}; window.THEMES = ${inScript(themes)};</script>
    <script>${read('cards/preview/page.js')}</script>
  </body>
</html>
`;
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** A `<` in the data cannot end the script that it stands in. */
function inScript(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
