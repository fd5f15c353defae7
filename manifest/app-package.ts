/** The Teams app package: the manifest with an organisation's own ids in it, and the two icons. */
import { readFileSync } from 'node:fs';
import { problemsOfIcon } from './icon.ts';
import { problemsOfManifest } from './schema.ts';

const FOLDER = new URL('./', import.meta.url);
/** Edge in pixels, as Teams asks for them. */
const ICONS = { 'color.png': 192, 'outline.png': 32 } as const;

/** What the organisation that installs it fills in. The names stand in `manifest.json` as `${{NAME}}`. */
export interface PackageValues {
  /** The package's version, `major.minor.patch`. */
  VERSION: string;
  /** The app's id in Teams, a GUID. */
  TEAMS_APP_ID: string;
  /** The bot's app id in Microsoft Entra, a GUID. */
  MICROSOFT_APP_ID: string;
  DEVELOPER_NAME: string;
  DEVELOPER_WEBSITE_URL: string;
  DEVELOPER_PRIVACY_URL: string;
  DEVELOPER_TERMS_URL: string;
}

export type AppPackage =
  | { outcome: 'made'; files: Record<string, Uint8Array> }
  | { outcome: 'refused'; problems: string[] };

/** Fills the manifest in and checks all of it. A package is made whole or not at all. */
export function makeAppPackage(values: PackageValues): AppPackage {
  const icons = Object.entries(ICONS).map(([name, edge]) => {
    const bytes = readFileSync(new URL(name, FOLDER));
    return { name, bytes, problems: problemsOfIcon(name, bytes, edge) };
  });
  const manifest = fillIn(readFileSync(new URL('manifest.json', FOLDER), 'utf8'), values);
  const problems = [...problemsOfManifest(manifest), ...icons.flatMap((icon) => icon.problems)];
  if (problems.length > 0) return { outcome: 'refused', problems };
  return {
    outcome: 'made',
    files: {
      'manifest.json': new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
      ...Object.fromEntries(icons.map(({ name, bytes }) => [name, new Uint8Array(bytes)])),
    },
  };
}

/** Values are put into the parsed text, so that a quotation mark in one cannot break out of its place. */
function fillIn(template: string, values: PackageValues): unknown {
  return JSON.parse(template, (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/\$\{\{(\w+)\}\}/g, (place, name: string) =>
          Object.hasOwn(values, name) ? values[name as keyof PackageValues] : place,
        )
      : value,
  );
}
