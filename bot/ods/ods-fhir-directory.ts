/**
 * The register of organisations through the ODS FHIR R4 API: `Organization/{code}`, and `OrganizationAffiliation` for
 * the one that operates it. A person waits for the answer, so it has to come soon or not at all.
 */
import type { DirectoryAnswer, OdsDirectory } from '../../dspt/ods-directory.ts';

export interface OdsApi {
  /** The FHIR base address, without a slash at its end. */
  url: string;
  key: string;
}

export interface OdsFhirOptions {
  clock: () => Date;
  /** Milliseconds for one request. */
  timeoutMs?: number;
}

/** The relationship "is operated by". */
const OPERATED_BY = 'RE6';
const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST_KEPT = 1_000;

type Json = Record<string, unknown>;
/** `undefined` is "there is no such thing". */
type Fetched = { body: Json | undefined };

/** Answers are kept for a day. A failure is not kept: the next person may have more luck. */
export function createOdsFhirDirectory(api: OdsApi, options: OdsFhirOptions): OdsDirectory {
  const { clock, timeoutMs = 3_000 } = options;
  const kept = new Map<string, { answer: DirectoryAnswer; until: number }>();

  async function get(path: string): Promise<Fetched> {
    const response = await fetch(`${api.url}/${path}`, {
      headers: { apikey: api.key, accept: 'application/fhir+json' },
      signal: AbortSignal.timeout(timeoutMs),
      // The key goes to the configured address only.
      redirect: 'error',
    });
    if (response.status === 404) return { body: undefined };
    if (!response.ok) throw new Error(`The ODS API answered ${response.status}.`);
    return { body: (await response.json()) as Json };
  }

  async function ask(code: string): Promise<DirectoryAnswer> {
    const [{ body: organisation }, { body: affiliations }] = await Promise.all([
      get(`Organization/${code}`),
      get(`OrganizationAffiliation?active=true&primary-organization=${code}`),
    ]);
    if (!organisation) return { outcome: 'not-found' };
    if (organisation.resourceType !== 'Organization' || typeof organisation.name !== 'string') {
      return { outcome: 'unavailable' };
    }
    const parent = operatorIn(affiliations, code);
    return {
      outcome: 'found',
      code,
      name: organisation.name,
      active: organisation.active !== false,
      ...(parent && { parent }),
    };
  }

  return {
    async lookUp(code) {
      const known = kept.get(code);
      if (known && known.until > clock().getTime()) return known.answer;
      const answer = await ask(code).catch((): DirectoryAnswer => ({ outcome: 'unavailable' }));
      kept.delete(code);
      if (answer.outcome !== 'unavailable') {
        kept.set(code, { answer, until: clock().getTime() + KEPT_MS });
        const [oldest] = kept.keys();
        if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
      }
      return answer;
    },
  };
}

/** In an affiliation, `organization` is the one that is operated, `participatingOrganization` the one that operates it. */
function operatorIn(bundle: Json | undefined, site: string): { code: string; name: string } | undefined {
  for (const entry of list(bundle?.entry)) {
    const resource = object(entry.resource);
    const codes = list(resource.code).flatMap((code) => list(code.coding));
    if (!codes.some((coding) => coding.code === OPERATED_BY)) continue;
    const operator = object(resource.participatingOrganization);
    const code = object(operator.identifier).value;
    if (typeof code !== 'string' || !/^[A-Z0-9]{1,9}$/.test(code) || code === site) continue;
    return { code, name: typeof operator.display === 'string' ? operator.display : '' };
  }
  return undefined;
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
