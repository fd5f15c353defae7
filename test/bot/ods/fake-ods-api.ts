/** The documented part of the ODS FHIR R4 API that is used, over real HTTP, with invented organisations. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface InventedOrganisation {
  name: string;
  active?: boolean;
  operatedBy?: { code: string; name: string };
}

/** `silent` never answers, `broken` answers 500, `html` answers with a page. */
export type FakeAnswer = InventedOrganisation | 'silent' | 'broken' | 'html';

export interface FakeOdsApi {
  url: string;
  key: string;
  /** The paths that were asked for, in order. */
  asked: string[];
  organisations: Record<string, FakeAnswer>;
  stop(): Promise<void>;
}

const KEY = 'key-of-the-fake';
const ODS_CODE = 'https://fhir.nhs.uk/Id/ods-organization-code';

export async function startFakeOdsApi(organisations: Record<string, FakeAnswer>): Promise<FakeOdsApi> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    asked.push(request.url ?? '');
    const reply = (status: number, body: object | string) => {
      response.statusCode = status;
      response.setHeader('content-type', typeof body === 'string' ? 'text/html' : 'application/fhir+json');
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (request.headers.apikey !== KEY) return reply(401, outcome('security'));
    const code = pathname.split('/Organization/')[1] ?? searchParams.get('primary-organization') ?? '';
    const answer = organisations[code];
    if (answer === 'silent') return;
    if (answer === 'broken') return reply(500, outcome('exception'));
    if (answer === 'html') return reply(200, '<html>Sign in</html>');
    if (pathname.endsWith('/OrganizationAffiliation')) return reply(200, affiliations(code, answer));
    return answer ? reply(200, organization(code, answer)) : reply(404, outcome('not-found'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/organisation-data-terminology-api/fhir`,
    key: KEY,
    asked,
    organisations,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function organization(code: string, { name, active = true }: InventedOrganisation) {
  return {
    resourceType: 'Organization',
    id: code,
    identifier: [{ system: ODS_CODE, value: code }],
    active,
    name,
  };
}

/** A site is commissioned by one organisation and operated by another: only the second is its head office. */
function affiliations(code: string, answer: InventedOrganisation | undefined) {
  const related = (operator: { code: string; name: string }, relationship: string) => ({
    resource: {
      resourceType: 'OrganizationAffiliation',
      active: true,
      organization: { identifier: { system: ODS_CODE, value: code }, display: answer?.name },
      participatingOrganization: {
        identifier: { system: ODS_CODE, value: operator.code },
        display: operator.name,
      },
      code: [{ coding: [{ code: relationship }] }],
    },
  });
  const operatedBy = answer?.operatedBy;
  const entry = operatedBy
    ? [related({ code: 'QZZ', name: 'NHS INVENTED ICB' }, 'RE4'), related(operatedBy, 'RE6')]
    : [];
  return { resourceType: 'Bundle', type: 'searchset', total: entry.length, ...(operatedBy && { entry }) };
}

function outcome(code: string) {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] };
}
