/** Lifecycle profiles: dated, sourced sets of inactivity rules, kept as files that content owners can read. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { profileFile } from './profile-file.ts';

const FOLDER = fileURLToPath(new URL('./profiles/', import.meta.url));

export type LifecycleProfile = z.infer<typeof profileFile>;
/** A rule's name within its profile. */
export type RuleName = keyof LifecycleProfile['rules'];

/**
 * Reads the profiles in `profiles/` and those of a deployment, by id.
 * @param more a file, or a folder of files that end in .yaml.
 * @throws Error that names every problem of every file at once.
 */
export function loadProfiles(more?: string): ReadonlyMap<string, LifecycleProfile> {
  const problems: string[] = [];
  const profiles = new Map<string, LifecycleProfile>();
  for (const file of [...filesOf(FOLDER), ...(more ? filesOf(more, problems) : [])]) {
    const read = readProfile(file);
    const name = basename(file);
    if (typeof read === 'string') problems.push(`${name}: ${read}`);
    else if (`${read.id}.yaml` !== name)
      problems.push(`${name}: its id is ${read.id}, so name it ${read.id}.yaml`);
    else if (profiles.has(read.id))
      problems.push(`${name}: there is a profile ${read.id} already, so choose another id`);
    else profiles.set(read.id, read);
  }
  if (problems.length > 0) throw new Error(`Lifecycle profiles need attention:\n  ${problems.join('\n  ')}`);
  return profiles;
}

function filesOf(path: string, problems: string[] = []): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) problems.push(`${path}: there is no such file or folder`);
  if (!found?.isDirectory()) return found ? [path] : [];
  const files = readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  if (files.length === 0) problems.push(`${path}: no file in it ends in .yaml`);
  return files.map((name) => join(path, name));
}

/** @returns the profile, or what is wrong with it. */
function readProfile(file: string): LifecycleProfile | string {
  try {
    const read = profileFile.safeParse(parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : z.prettifyError(read.error);
  } catch (error) {
    return (error as Error).message;
  }
}

/** How many days before the event an account counts as due. */
export function dueWithinDays(profile: LifecycleProfile): number {
  return profile.warningPoints[0] ?? 0;
}

/**
 * The warning point that has been reached: 12 days left is past the 14-day point. 0 once it is overdue. An account
 * that has just become inactive has more days left than any point: that is a point by itself, told once.
 */
export function warningPointAt(profile: LifecycleProfile, daysLeft: number): number {
  if (daysLeft <= 0) return 0;
  return profile.warningPoints.findLast((point) => point >= daysLeft) ?? profile.inactiveAfterDays;
}

/** A rule in words, and the document that says so. */
export interface CitedRule {
  words: string;
  source: string;
}

/** The newest profile's rule of this name, for what is asked of no rule in particular. */
export function newestRule(profiles: Iterable<LifecycleProfile>, name: RuleName): CitedRule | undefined {
  const [newest] = [...profiles].filter(({ rules }) => rules[name]).sort((a, b) => b.year - a.year);
  const rule = newest?.rules[name];
  return newest && rule && { words: rule.words, source: rule.source ?? newest.source };
}
