/** Which inactivity rules there are, and which of them is in force: read once at the start, and checked there. */
import { type LifecycleProfile, loadProfiles } from '../hygiene/lifecycle-profile.ts';
import type { Config } from './config.ts';
import { AssistantError } from './errors.ts';

export interface Lifecycle {
  profiles: ReadonlyMap<string, LifecycleProfile>;
  /** Undefined while nobody has chosen one: then nothing is sent. */
  profile: LifecycleProfile | undefined;
}

/** @throws AssistantError `PROFILES_INVALID` that names every problem of every profile. */
export function lifecycleOf(config: Pick<Config, 'lifecycleProfile' | 'lifecycleProfiles'>): Lifecycle {
  const profiles = soundProfiles(config.lifecycleProfiles);
  const { lifecycleProfile: id } = config;
  if (id && !profiles.has(id)) {
    const known = [...profiles.keys()].join(', ');
    throw new AssistantError(
      'PROFILES_INVALID',
      `LIFECYCLE_PROFILE: there is no profile ${id}. There are: ${known}.`,
    );
  }
  return { profiles, profile: id ? profiles.get(id) : undefined };
}

function soundProfiles(more: string | undefined): Lifecycle['profiles'] {
  try {
    return loadProfiles(more);
  } catch (cause) {
    throw new AssistantError('PROFILES_INVALID', (cause as Error).message, { cause });
  }
}
