/** What a subcommand of `npm run hygiene` is, and what each is given. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Day, dayIn } from '../../../hygiene/day.ts';
import type { LifecycleProfile } from '../../../hygiene/lifecycle-profile.ts';
import type { OpenDatabase } from '../../database/open-database.ts';
import { type Lifecycle, lifecycleOf } from '../../lifecycle.ts';
import type { Terminal } from '../terminal.ts';
import { Mistake, type Told } from '../told.ts';

/** What a subcommand works with. */
export interface Surroundings extends Pick<Lifecycle, 'profiles'> {
  database: OpenDatabase;
  /** The rule that is asked about: the one in force, unless `--profile` names another. */
  profile: LifecycleProfile;
  timeZone: string;
  now: Date;
  /** Today, in that time zone. */
  day: Day;
  terminal: Terminal;
}

export type Work = (surroundings: Surroundings) => Promise<Told>;

type Options = NonNullable<ParseArgsConfig['options']>;

/** Every subcommand takes these. */
const COMMON_OPTIONS = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  profile: { type: 'string' },
} as const satisfies Options;

function parse<const O extends Options>(words: readonly string[], options: O) {
  return parseArgs({
    args: [...words],
    options: { ...COMMON_OPTIONS, ...options },
    allowPositionals: true,
    allowNegative: true,
  });
}

export interface Subcommand {
  name: string;
  /** How it is used: lines with examples, of which the first stands in the list of commands. */
  help: string;
  /**
   * Reads what was typed, before anything is opened.
   * @throws Mistake or TypeError for what was mistyped.
   */
  read(words: readonly string[]): { work: Work; json: boolean; profile: string | undefined };
}

interface Definition<O extends Options> {
  name: string;
  help: string;
  options: O;
  read(typed: ReturnType<typeof parse<O>>): Work;
}

export function subcommand<const O extends Options>({
  name,
  help,
  options,
  read,
}: Definition<O>): Subcommand {
  return {
    name,
    help,
    read(words) {
      const typed = parse(words, options);
      const { json, profile } = typed.values as { json: boolean; profile?: string };
      return { work: read(typed), json, profile };
    },
  };
}

/** @throws Mistake when there are more words than the subcommand knows what to do with. */
export function noMore(words: readonly string[]): void {
  if (words.length > 0) throw new Mistake(`"${words[0]}" is one word too many. Try --help.`);
}

/** The place, the time and the rules of one run of a command. @throws Mistake for a rule that there is not. */
export function surroundingsFor(
  database: OpenDatabase,
  config: { timeZone: string; lifecycleProfile: string | undefined; lifecycleProfiles: string | undefined },
  { now, terminal, profile: asked }: { now: Date; terminal: Terminal; profile?: string | undefined },
): Surroundings {
  const { timeZone } = config;
  const { profiles, profile: inForce } = lifecycleOf(config);
  const profile = asked === undefined ? (inForce ?? [...profiles.values()][0]) : profiles.get(asked);
  if (!profile) {
    throw new Mistake(`There is no rule "${asked}". There are: ${[...profiles.keys()].join(', ')}.`);
  }
  return { database, profiles, profile, timeZone, now, day: dayIn(timeZone, now), terminal };
}
