/** Proves to Microsoft that this service is the bot: every app type through `@azure/identity`, behind the SDK's own door. */

import { readFileSync } from 'node:fs';
import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import {
  AppCredentials,
  type AuthenticatorResult,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
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

/** The SDK's way to ask for credentials, answered by `@azure/identity`. */
export class AzureIdentityCredentials extends ServiceClientCredentialsFactory {
  private readonly appId: string;
  private readonly credential: TokenCredential | undefined;

  constructor(identity: AppIdentity, credential: TokenCredential | undefined) {
    super();
    this.appId = identity.type === 'none' ? '' : identity.appId;
    this.credential = credential;
  }

  override async isValidAppId(appId = ''): Promise<boolean> {
    return appId === this.appId;
  }

  /** True without an app id: `loadConfig` allows that in the playground on loopback only. */
  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.appId === '';
  }

  override async createCredentials(appId: string, audience: string): Promise<AppCredentials> {
    return new Credentials(this.credential ? appId : '', audience, this.credential);
  }
}

class Credentials extends AppCredentials {
  private readonly credential: TokenCredential | undefined;

  constructor(appId: string, audience: string, credential: TokenCredential | undefined) {
    super(appId, undefined, audience);
    this.credential = credential;
  }

  protected override async refreshToken(): Promise<AuthenticatorResult> {
    const scope = this.oAuthScope.endsWith('/.default') ? this.oAuthScope : `${this.oAuthScope}/.default`;
    const token = await this.credential?.getToken(scope);
    if (!token) throw new Error('Entra gave no token for the bot. Check the MICROSOFT_APP_ settings.');
    return { accessToken: token.token, expiresOn: new Date(token.expiresOnTimestamp) };
  }
}
