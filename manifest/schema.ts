/** Holds a manifest against the schema that Microsoft publishes, and says what to mend in words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ErrorObject } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** The package's own entry needs a library that it does not declare, so only its schema files are read. */
const SCHEMAS = '@microsoft/app-manifest/build/json-schemas/teams';
/** A place that nobody filled in, or a value that stayed empty. */
const LEFT_OPEN = /\$\{\{(\w+)\}\}/;

/** @returns one line a problem; none when Teams would take it. */
export function problemsOfManifest(manifest: unknown): string[] {
  const open = placesLeftOpen(manifest);
  if (open.length > 0) return open.map((name) => `${name}: it has no value.`);
  const { manifestVersion } = manifest as { manifestVersion?: string };
  const path = createRequire(import.meta.url).resolve(
    `${SCHEMAS}/v${manifestVersion}/MicrosoftTeams.schema.json`,
  );
  const ajv = new Ajv.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  return validate(manifest) ? [] : (validate.errors ?? []).map(inWords);
}

function placesLeftOpen(value: unknown): string[] {
  if (typeof value === 'string') {
    const name = LEFT_OPEN.exec(value)?.[1];
    return name ? [name] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return [...new Set(Object.values(value).flatMap(placesLeftOpen))];
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? ` (${params.additionalProperty})` : '';
  return `${instancePath.slice(1).replaceAll('/', '.') || 'manifest.json'}: ${message}${extra}.`;
}
