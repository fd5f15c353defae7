/** How the text of a setting becomes a value, whichever setting it is, and what to write where it cannot. */
import { z } from 'zod';
import { type ConversationLimit, DOCUMENTED_LIMITS } from '../delivery/conversation-limits.ts';

export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'write a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `write a number from ${least} to ${most}`);
export const optional = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);
export const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'write a time zone such as Europe/London');

export const webAddress = optional.refine(
  (url) => !url || /^https:\/\/[^/\s]+/.test(url),
  'write an address that starts with https://',
);

const documented = DOCUMENTED_LIMITS.map(({ requests, seconds }) => `${requests}/${seconds}`).join(',');
/** Requests over seconds, one for each window that Teams counts. */
export const conversationLimits = z
  .string()
  .refine(isWithinLimits, `write ${documented}, or smaller numbers before the strokes`)
  .transform(readLimits);

function readLimits(text: string): ConversationLimit[] {
  return text.split(',').map((limit) => {
    const [requests = Number.NaN, seconds = Number.NaN] = limit.split('/').map(Number);
    return { requests, seconds };
  });
}

function isWithinLimits(text: string): boolean {
  const limits = readLimits(text);
  return (
    limits.length === DOCUMENTED_LIMITS.length &&
    DOCUMENTED_LIMITS.every(({ requests, seconds }, at) => {
      const limit = limits[at];
      return (
        limit?.seconds === seconds &&
        Number.isInteger(limit.requests) &&
        limit.requests >= 1 &&
        limit.requests <= requests
      );
    })
  );
}

/** 29 February is left out: most years have none. */
export function isYearlyDay(text: string): boolean {
  return /^\d\d-\d\d$/.test(text) && new Date(`2001-${text}T00:00:00Z`).toJSON()?.slice(5, 10) === text;
}

/** A key or a token is sent there, so never in clear text, but for a fake on this machine. */
export function isSafeAddress(text: string): boolean {
  return /^https:\/\/[^/\s]+/.test(text) || /^http:\/\/127\.0\.0\.1(:\d+)?(\/|$)/.test(text);
}

/** Full hours of the 24-hour clock. */
export const workingHours = z
  .string()
  .regex(/^\d{1,2}-\d{1,2}$/, 'write two full hours such as 9-17')
  .transform((text) => {
    const [from = Number.NaN, to = Number.NaN] = text.split('-').map(Number);
    return { from, to };
  })
  .refine(({ from, to }) => from < to && to <= 24, 'write the earlier hour first, such as 9-17');
