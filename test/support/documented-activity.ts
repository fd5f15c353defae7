/** What `docs/reports.md` tells a newcomer to put into the playground, so that tests do just that. */
import { readFileSync } from 'node:fs';

const DOCUMENT = new URL('../../docs/reports.md', import.meta.url);

/** @param port of the service, in place of the documented one. */
export function documentedLines(port: number): string {
  const lines = /```json\n([\s\S]*?)```/.exec(readFileSync(DOCUMENT, 'utf8'))?.[1];
  if (!lines) throw new Error('docs/reports.md has no custom activity.');
  return lines.trim().replaceAll(':3978/', `:${port}/`);
}
