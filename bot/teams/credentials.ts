/** Proves to Microsoft that this service is the bot: every app type through `@azure/identity`. */

import { readFileSync } from 'node:fs';
import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { AppIdentity } from '../app-identity.ts';

/** What a token for the Bot Connector is asked for. */
export const CONNECTOR_SCOPE = 'https://api.botframework.com/.default';
/** The audience that Entra wants in a managed identity's token that stands in for a client secret. */
const TOKEN_EXCHANGE = 'api://AzureADTokenExchange/.default';
/** Bots that Microsoft registered for many tenants get their tokens from this one. */
const MULTI_TENANT = 'botframework.com';

/** @returns undefined in the playground, where nobody checks. */
export function credentialFor(identity: AppIdentity): TokenCredential | undefined {
  switch (identity.type) {
    case 'none':
      return undefined;
    case 'SingleTenant':
      return new ClientSecretCredential(identity.tenantId ?? '', identity.appId, identity.password);
    case 'MultiTenant':
      return new ClientSecretCredential(MULTI_TENANT, identity.appId, identity.password);
    case 'UserAssignedMSI':
      return new ManagedIdentityCredential({ clientId: identity.appId });
    case 'Certificate': {
      const certificate = `${readFileSync(identity.keyFile, 'utf8')}\n${readFileSync(identity.certificateFile, 'utf8')}`;
      return new ClientCertificateCredential(identity.tenantId, identity.appId, { certificate });
    }
    case 'FederatedCredential': {
      const managed = new ManagedIdentityCredential({ clientId: identity.managedIdentityClientId });
      // The managed identity's token is the proof: no secret is stored anywhere.
      const proof = async () => (await managed.getToken(TOKEN_EXCHANGE)).token;
      return new ClientAssertionCredential(identity.tenantId, identity.appId, proof);
    }
  }
}
