/** How often Teams lets a bot write to one conversation. */

export interface ConversationLimit {
  requests: number;
  seconds: number;
}

/**
 * "Send to conversation" under "Per bot per thread limit" in "Optimize your bot with rate limiting in Teams"
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, read in November 2026).
 */
export const DOCUMENTED_LIMITS: readonly ConversationLimit[] = [
  { requests: 7, seconds: 1 },
  { requests: 8, seconds: 2 },
  { requests: 60, seconds: 30 },
  { requests: 1800, seconds: 3600 },
];

/** Nothing older than this counts. */
export const LONGEST_WINDOW_MS = 3600 * 1000;

/** What nobody typed for takes three quarters at most: the rest is for replies, which wait for nothing. */
export function limitsForOwed(limits: readonly ConversationLimit[]): ConversationLimit[] {
  return limits.map(({ requests, seconds }) => ({
    requests: Math.max(1, Math.floor(requests * 0.75)),
    seconds,
  }));
}
