/** Signs in to Azure Database for PostgreSQL with the service's managed identity: no password is stored anywhere. */
import { DefaultAzureCredential, type TokenCredential } from '@azure/identity';

/** What a token for the database is asked for ("Use Microsoft Entra ID for authentication", learn.microsoft.com/azure/postgresql). */
const DATABASE_SCOPE = 'https://ossrdbms-aad.database.windows.net/.default';

/**
 * @returns asks for a token, to be used as the password of one connection. The credential keeps it while it is valid,
 * which is shorter than a pool may live, so each connection asks anew.
 */
export function entraPassword(credential: TokenCredential = new DefaultAzureCredential()) {
  return async (): Promise<string> => {
    const token = await credential.getToken(DATABASE_SCOPE);
    if (!token) throw new Error('Entra gave no token for the database. Check the managed identity.');
    return token.token;
  };
}
