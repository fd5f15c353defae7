/** What the Teams app package needs of all settings. */
import { AssistantError } from './errors.ts';
import { environment } from './settings.ts';

export type PackageSettings = ReturnType<typeof packageSettings>;

const PACKAGE_NEEDS = {
  MICROSOFT_APP_ID: "write the bot's app id",
  DEVELOPER_NAME: 'write the name of the organisation that runs the assistant',
  DEVELOPER_WEBSITE_URL: 'write the address of its page about the assistant',
  DEVELOPER_PRIVACY_URL: 'write the address of its privacy notice',
  DEVELOPER_TERMS_URL: 'write the address of its terms of use',
} as const;

/**
 * The settings that go into the Teams app package. The app's id in Teams is the bot's, unless one is given.
 * @throws AssistantError `CONFIG_INVALID` that names everything that is missing, one a line.
 */
export function packageSettings(env: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.keys(PACKAGE_NEEDS).map((name) => [name, env[name]?.trim()]));
  const names = [...Object.keys(PACKAGE_NEEDS), 'TEAMS_APP_ID'];
  const parsed = environment.safeParse(
    Object.fromEntries(names.filter((name) => env[name]?.trim()).map((name) => [name, env[name]?.trim()])),
  );
  const problems = [
    ...Object.entries(PACKAGE_NEEDS)
      .filter(([name]) => !given[name])
      .map(([name, why]) => `${name}: ${why}`),
    ...(parsed.success ? [] : parsed.error.issues.map((each) => `${String(each.path[0])}: ${each.message}`)),
  ];
  if (problems.length > 0) {
    throw new AssistantError(
      'CONFIG_INVALID',
      `The package was not made. These settings need attention:\n  ${problems.join('\n  ')}`,
    );
  }
  const value = (name: keyof typeof PACKAGE_NEEDS) => given[name] ?? '';
  return {
    MICROSOFT_APP_ID: value('MICROSOFT_APP_ID'),
    TEAMS_APP_ID: env.TEAMS_APP_ID?.trim() || value('MICROSOFT_APP_ID'),
    DEVELOPER_NAME: value('DEVELOPER_NAME'),
    DEVELOPER_WEBSITE_URL: value('DEVELOPER_WEBSITE_URL'),
    DEVELOPER_PRIVACY_URL: value('DEVELOPER_PRIVACY_URL'),
    DEVELOPER_TERMS_URL: value('DEVELOPER_TERMS_URL'),
  };
}
