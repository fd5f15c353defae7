/** Pictures of cards that somebody has looked at and accepted, and how far a new one is from them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { ROOT } from './browser.ts';

const ACCEPTED = join(ROOT, 'test', 'e2e', 'accepted');
const DIFFERENT = join(ROOT, 'build', 'screenshots', 'different');
/** A pixel differs when its colour is further away than this, from 0 to 1: smoothing of letters is not a difference. */
const COLOUR_TOLERANCE = 0.2;
/** The part of the picture that may differ. */
const TOLERANCE = 0.01;
/** `ACCEPT_PICTURES=true` takes the new pictures as they are. Look at them before you commit them. */
const ACCEPT = process.env.ACCEPT_PICTURES === 'true';
const GAP = 8;

/** @returns what is wrong with the picture, or undefined. */
export function compareWithAccepted(name: string, parts: readonly Buffer[]): string | undefined {
  const now = strip(parts.map((part) => PNG.sync.read(part)));
  const file = join(ACCEPTED, `${name}.png`);
  if (ACCEPT) {
    mkdirSync(ACCEPTED, { recursive: true });
    writeFileSync(file, PNG.sync.write(now, { colorType: 2 }));
    return undefined;
  }
  if (!existsSync(file)) return `${name}: nobody has accepted a picture of it yet. See docs/testing.md.`;
  const before = PNG.sync.read(readFileSync(file));
  const size = ({ width, height }: PNG) => `${width} by ${height}`;
  const sameSize = now.width === before.width && now.height === before.height;
  const pixels = now.width * now.height;
  const difference = new PNG({ width: now.width, height: now.height });
  const differs = sameSize
    ? pixelmatch(before.data, now.data, difference.data, now.width, now.height, {
        threshold: COLOUR_TOLERANCE,
      })
    : pixels;
  if (differs / pixels <= TOLERANCE) return undefined;
  mkdirSync(DIFFERENT, { recursive: true });
  writeFileSync(join(DIFFERENT, `${name}.png`), PNG.sync.write(now));
  if (sameSize) writeFileSync(join(DIFFERENT, `${name}-where.png`), PNG.sync.write(difference));
  const what = sameSize
    ? `${((100 * differs) / pixels).toFixed(1)} % of it differs`
    : `it is ${size(now)}, and was ${size(before)}`;
  return `${name}: ${what}. Look at build/screenshots/different. See docs/testing.md to accept it.`;
}

/** The pictures side by side, on grey. */
function strip(parts: readonly PNG[]): PNG {
  const width = parts.reduce((sum, part) => sum + part.width + GAP, -GAP);
  const height = Math.max(...parts.map((part) => part.height));
  const all = new PNG({ width, height });
  all.data.fill(0x80);
  for (let at = 3; at < all.data.length; at += 4) all.data[at] = 0xff;
  let left = 0;
  for (const part of parts) {
    PNG.bitblt(part, all, 0, 0, part.width, part.height, left, 0);
    left += part.width + GAP;
  }
  return all;
}
