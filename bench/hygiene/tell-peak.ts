/** Loaded before a program: when it ends, it writes the most memory that it ever held. */
import { writeSync } from 'node:fs';

const STDERR = 2;

process.on('exit', () => writeSync(STDERR, `\npeak-kb=${process.resourceUsage().maxRSS}\n`));
