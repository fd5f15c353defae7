/** Lifecycle profiles: dated, sourced sets of inactivity rules, kept as files that content owners can read. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ACCOUNT_KINDS } from './account.ts';

const FOLDER = new URL('./profiles/', import.meta.url);

const days = z.number().int().positive();
const rule = z.strictObject({
  words: z.string().min(1),
  /** The source's own words; otherwise ours. */
  verbatim: z.boolean(),
  /** Where this rule stands, when it is not in the profile's own source. */
  source: z.string().optional(),
});

const profileFile = z
  .strictObject({
    // The id and the word go into SQL and keys, so they are plain.
    id: z.string().regex(/^[a-z0-9-]+$/),
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
  );

export type LifecycleProfile = z.infer<typeof profileFile>;
/** A rule's name within its profile. */
export type RuleName = keyof LifecycleProfile['rules'];

/**
 * Reads every profile in `profiles/`, by id.
 * @throws Error that names every problem of every file at once.
 */
export function loadProfiles(folder: URL = FOLDER): ReadonlyMap<string, LifecycleProfile> {
  const problems: string[] = [];
  const profiles = new Map<string, LifecycleProfile>();
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.yaml'))
    .sort()) {
    const read = profileFile.safeParse(parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!read.success) problems.push(`${name}: ${z.prettifyError(read.error)}`);
    else if (`${read.data.id}.yaml` !== name) problems.push(`${name}: its id is ${read.data.id}`);
    else profiles.set(read.data.id, read.data);
  }
  if (problems.length > 0) throw new Error(`Lifecycle profiles need attention:\n  ${problems.join('\n  ')}`);
  return profiles;
}

/** How many days before the event an account counts as due. */
export function dueWithinDays(profile: LifecycleProfile): number {
  return profile.warningPoints[0] ?? 0;
}

/** The warning point that has been reached: 12 days left is past the 14-day point. 0 once it is overdue. */
export function warningPointAt(profile: LifecycleProfile, daysLeft: number): number {
  if (daysLeft <= 0) return 0;
  return profile.warningPoints.findLast((point) => point >= daysLeft) ?? dueWithinDays(profile);
}
