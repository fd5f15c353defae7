/** What the file of a lifecycle profile may say, and which words it has to bring along with its numbers. */
import { z } from 'zod';
import { ACCOUNT_KINDS } from './account.ts';

/** Ten years at most: more would be a slip. */
const days = z.number().int().positive().max(3650);
const rule = z.strictObject({
  words: z.string().min(1),
  /** The source's own words; otherwise ours. */
  verbatim: z.boolean(),
  /** Where this rule stands, when it is not in the profile's own source. */
  source: z.string().optional(),
});

export const profileFile = z
  .strictObject({
    // The id and the word go into SQL and keys, so they are plain.
    id: z.string().regex(/^[a-z0-9-]+$/, 'write small letters, digits and hyphens'),
    title: z.string().min(1),
    /** One line that names document, publisher and year. */
    source: z.string().min(1),
    year: z.number().int(),
    appliesTo: z.enum(['nas', 'all']),
    exemptKinds: z.array(z.enum(ACCOUNT_KINDS)),
    inactiveAfterDays: days,
    /** What happens then: "de-activated", "made inactive". */
    inactiveWord: z.string().min(1),
    /** In all, from the last use. */
    deletedAfterDays: days.nullable(),
    restorableDays: days.nullable(),
    disabledKeptMonths: days.nullable(),
    leaverDeletedAfterDays: days.nullable(),
    unfinishedCountsFromCreation: z.boolean(),
    /** An account counts as active only with a password that has not run out. */
    passwordMustBeValid: z.boolean(),
    /** Being in Teams is use of the account. */
    teamsCountsAsUse: z.boolean(),
    /** An account that was made active again is left alone for so many days: no use of it can be known yet. */
    restAfterEnablingDays: z.number().int().nonnegative().max(60),
    /** Days before the account becomes inactive, largest first. */
    warningPoints: z.array(days).min(1),
    reportMaxAgeDays: days,
    rules: z.strictObject({
      inactive: rule,
      exempt: rule,
      deleted: rule.optional(),
      disabled: rule.optional(),
      unfinished: rule.optional(),
      leaver: rule.optional(),
      password: rule.optional(),
      activity: rule.optional(),
    }),
  })
  .refine((profile) => profile.source.includes(String(profile.year)), 'source: name its year')
  .refine(
    ({ warningPoints }) =>
      warningPoints.every((point, at) => at === 0 || point < (warningPoints[at - 1] ?? 0)),
    'warningPoints: write the largest first, each once',
  )
  .refine(
    ({ warningPoints, inactiveAfterDays }) => (warningPoints[0] ?? 0) < inactiveAfterDays,
    'warningPoints: warn later than on the day of the last use',
  )
  .refine(
    ({ deletedAfterDays, inactiveAfterDays }) =>
      deletedAfterDays === null || deletedAfterDays > inactiveAfterDays,
    'deletedAfterDays: write the total, which is more than inactiveAfterDays',
  )
  .check(({ value, issues }) => {
    const needed = {
      deleted: value.restorableDays !== null,
      disabled: value.disabledKeptMonths !== null,
      leaver: value.leaverDeletedAfterDays !== null,
      unfinished: value.unfinishedCountsFromCreation,
      password: value.passwordMustBeValid,
      activity: value.teamsCountsAsUse,
    };
    for (const [name, isNeeded] of Object.entries(needed)) {
      if (!isNeeded || value.rules[name as keyof typeof needed]) continue;
      const message = 'write the rule in words: people are shown no number without the rule that says so';
      issues.push({ code: 'custom', input: value.rules, path: ['rules', name], message });
    }
  });
