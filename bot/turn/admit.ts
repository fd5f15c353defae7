/** Step 1: who and what may come in at all. The token itself was checked by the SDK before this. */
import { AssistantError } from '../errors.ts';
import type { Incoming } from '../teams/incoming.ts';

export interface Admission {
  /** Empty lets every tenant in, which only the playground does. */
  allowedTenants: readonly string[];
  allowedServiceHosts: readonly string[];
}

const TEAMS = 'msteams';

const SPEAKS: readonly Incoming['kind'][] = ['message', 'action', 'feedback-opened', 'feedback', 'search'];

function speaks({ kind }: Incoming): boolean {
  return SPEAKS.includes(kind);
}

/**
 * @throws AssistantError `REQUEST_REFUSED` for another channel, a sender without an id, and for a tenant or a service address that is not on our lists.
 */
export function admit(incoming: Incoming, admission: Admission): void {
  if (incoming.reference.channelId !== TEAMS) {
    // Other channels let a caller choose the ids that say who they are.
    throw new AssistantError('REQUEST_REFUSED', 'The message did not come through Microsoft Teams.');
  }
  if (speaks(incoming) && !incoming.aadObjectId) {
    throw new AssistantError('REQUEST_REFUSED', 'Teams did not say who wrote the message.');
  }
  if (!hostIsAllowed(incoming.reference.serviceUrl, admission.allowedServiceHosts)) {
    throw new AssistantError(
      'REQUEST_REFUSED',
      'The service address is not on ALLOWED_SERVICE_HOSTS. Nothing was sent to it.',
    );
  }
  if (admission.allowedTenants.length > 0 && !admission.allowedTenants.includes(incoming.tenantId)) {
    throw new AssistantError('REQUEST_REFUSED', 'The tenant is not on ALLOWED_TENANTS.');
  }
}

/** Also asked before every proactive message: a stored address may be older than the list. */
export function hostIsAllowed(serviceUrl: string, allowedHosts: readonly string[]): boolean {
  const url = URL.parse(serviceUrl);
  if (!url) return false;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const loopback = host === '127.0.0.1' || host === 'localhost' || host === '::1';
  if (url.protocol !== 'https:' && !loopback) return false;
  return allowedHosts.some((allowed) =>
    allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed,
  );
}
