/** Who the service is to Microsoft, and how it proves it. */
import type { Environment } from './settings.ts';

/** `none` exists in the playground only. */
export type AppIdentity =
  | { type: 'none' }
  | { type: 'SingleTenant' | 'MultiTenant'; appId: string; tenantId?: string; password: string }
  | { type: 'UserAssignedMSI'; appId: string; tenantId: string }
  | { type: 'Certificate'; appId: string; tenantId: string; certificateFile: string; keyFile: string }
  | { type: 'FederatedCredential'; appId: string; tenantId: string; managedIdentityClientId: string };

/** Reads it from settings that fit together. */
export function identityOf(env: Environment): AppIdentity {
  const appId = env.MICROSOFT_APP_ID;
  const tenantId = env.MICROSOFT_APP_TENANT_ID ?? '';
  if (!appId) return { type: 'none' };
  switch (env.MICROSOFT_APP_TYPE) {
    case 'SingleTenant':
    case 'MultiTenant':
      return { type: env.MICROSOFT_APP_TYPE, appId, tenantId, password: env.MICROSOFT_APP_PASSWORD ?? '' };
    case 'UserAssignedMSI':
      return { type: 'UserAssignedMSI', appId, tenantId };
    case 'Certificate':
      return {
        type: 'Certificate',
        appId,
        tenantId,
        certificateFile: env.MICROSOFT_APP_CERTIFICATE_FILE ?? '',
        keyFile: env.MICROSOFT_APP_CERTIFICATE_KEY_FILE ?? '',
      };
    case 'FederatedCredential':
      return {
        type: 'FederatedCredential',
        appId,
        tenantId,
        managedIdentityClientId: env.MICROSOFT_APP_FEDERATED_CLIENT_ID ?? '',
      };
  }
}
