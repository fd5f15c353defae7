/** What the files in `entries/` and `sources/` may hold: a misspelt or missing key is named, not guessed. */
import { z } from 'zod';
import { FEATURE_IDS } from './entry.ts';

const link = z.strictObject({ title: z.string(), url: z.url() });
export const laterFile = z.array(z.strictObject({ text: z.string(), source: z.string() })).default([]);
export const clauseFile = z.strictObject({
  title: z.string(),
  summary: z.string(),
  twins: z.array(z.strictObject({ clause: z.coerce.string(), adds: z.string() })).default([]),
  caution: z.string().optional(),
  later: laterFile,
  ask: z.string(),
});
export const factFile = z.strictObject({
  title: z.string(),
  answer: z.string(),
  steps: z.array(z.string()).default([]),
  quote: z.string().optional(),
  source: z.string(),
  later: laterFile,
  links: z.array(link).default([]),
  ask: z.string(),
});
export const gapFile = z.strictObject({
  title: z.string(),
  feature: z.enum(FEATURE_IDS),
  answer: z.string(),
  ask: z.string(),
  see: z.array(z.string()).default([]),
});
export const openerFile = z.strictObject({ title: z.string(), opens: z.string() });
export const smallTalkFile = z.strictObject({
  title: z.string(),
  answer: z.string(),
  smallTalk: z.literal(true),
  urgent: z.string().optional(),
});
export const sourceFile = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    publisher: z.string(),
    year: z.union([z.number().int(), z.literal('undated')]),
    version: z.string().optional(),
    imported: z.coerce.string().optional(),
    file: z.string().optional(),
    readAt: z.url().optional(),
  }),
);
const shared = z.strictObject({ text: z.coerce.string(), with: z.array(z.string()).min(1) });
const plain = z.array(z.coerce.string()).nullable().default([]);
export const phrasingsFile = z.strictObject({
  questions: plain,
  searches: plain,
  typos: plain,
  situations: plain,
  indirect: plain,
  shared: z.array(shared).nullable().default([]),
});
