/** Who the service is to Microsoft Graph: the same app as the bot, with permissions of its own. */
import type { TokenCredential } from '@azure/identity';
import type { Config } from '../config.ts';
import { AssistantError } from '../errors.ts';
import { credentialFor } from '../teams/credentials.ts';

/**
 * @returns undefined for a stand-in on this machine, which asks for no token.
 * @throws AssistantError `CONFIG_INVALID` when nothing is configured that Graph would believe.
 */
export function graphCredentialFor({
  identity,
  graph,
}: Pick<Config, 'identity' | 'graph'>): TokenCredential | undefined {
  if (identity.type === 'none') {
    if (new URL(graph.url).hostname === '127.0.0.1') return undefined;
    throw new AssistantError(
      'CONFIG_INVALID',
      "MICROSOFT_APP_ID: write the bot's app id. Graph is asked in its name, and in the playground there is none.",
    );
  }
  if (identity.type !== 'MultiTenant') return credentialFor(identity);
  // A bot for many tenants gets its tokens from Microsoft's own; a directory belongs to one.
  if (identity.tenantId) return credentialFor({ ...identity, type: 'SingleTenant' });
  throw new AssistantError(
    'CONFIG_INVALID',
    'MICROSOFT_APP_TENANT_ID: write the id of the tenant whose users Graph is to list.',
  );
}
