/** Links a person to an address through Teams' own roster, once, and remembers it. */
import type { Database } from '../../delivery/database.ts';
import type { Roster } from '../../dialogs/feature.ts';
import type { ConnectorClient } from './connector-client.ts';
import { personalChat } from './teams-sender.ts';

export function createTeamsRoster(database: Database, connector: ConnectorClient): Roster {
  return {
    async lookUp({ person }) {
      const { tenantId, aadObjectId, address, guest } = person;
      if (address) return { address, guest };
      const chat = await personalChat(database, tenantId, aadObjectId);
      if (!chat) return undefined;
      const { status, body } = await connector.readMember(chat);
      // What an account signs in with, which is what the portal's report lists.
      const found = body.userPrincipalName ?? body.email;
      if (status !== 200 || typeof found !== 'string' || found === '') return undefined;
      const isGuest = body.userRole === 'guest' || found.includes('#EXT#');
      await database.query(
        `update person set address = $3, is_guest = $4 where tenant_id = $1 and aad_object_id = $2`,
        [tenantId, aadObjectId, found.toLowerCase(), isGuest],
      );
      return { address: found.toLowerCase(), guest: isGuest };
    },
  };
}
