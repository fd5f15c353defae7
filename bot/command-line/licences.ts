/** `npm run licences`: the packages that production runs on, and under which licence. For approvers. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; devOptional?: boolean }>;
}

/** They do not say it where npm looks; read in the package itself. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'cldrjs@0.5.5': 'MIT',
  'escape-regexp-component@1.0.2': 'MIT',
  'jspath@0.4.0': 'MIT',
};

export interface Licensed {
  name: string;
  version: string;
  licence: string;
}

/** @param lock the content of `package-lock.json`. @returns what is installed without development packages. */
export function licencesOfProduction({ packages }: Lock): Licensed[] {
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version = '', license }]) => {
      const name = path.replace(/^.*node_modules\//, '');
      return { name, version, licence: license ?? READ_BY_HAND[`${name}@${version}`] ?? 'not said' };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock;
  for (const { name, version, licence } of licencesOfProduction(lock))
    console.log(`${name} ${version}: ${licence}`);
}
