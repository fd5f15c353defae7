/** Links a person to an address through Teams' own roster, and remembers it for a day. */
import type { Database } from '../../delivery/database.ts';
import type { Roster } from '../../dialogs/feature.ts';
import type { ConnectorClient } from './connector-client.ts';
import { personalChat } from './personal-chat.ts';

/** Addresses change hands seldom, and people change organisations. */
const FRESH_FOR_MS = 24 * 60 * 60 * 1000;

interface Known {
  address: string;
  guest: boolean;
  fresh: boolean | null;
}

export function createTeamsRoster(database: Database, connector: ConnectorClient): Roster {
  return {
    async lookUp({ person, now }) {
      const { tenantId, aadObjectId } = person;
      const [known] = await database.query<Known>(
        `select address, is_guest as guest, address_checked_at > $3::timestamptz as fresh
         from person where tenant_id = $1 and aad_object_id = $2 and address is not null`,
        [tenantId, aadObjectId, new Date(now.getTime() - FRESH_FOR_MS)],
      );
      const remembered = known && { address: known.address, guest: known.guest };
      if (known?.fresh) return remembered;
      const chat = await personalChat(database, tenantId, aadObjectId);
      if (!chat) return remembered;
      const { status, body } = await connector.readMember(chat);
      // Teams cannot be asked at the moment: what it said before stands.
      if (status === undefined || status >= 500 || status === 429) return remembered;
      // What an account signs in with, which is what the portal's report lists. An email address may be anybody's.
      const byRole = body.userRole === 'guest';
      const found = body.userPrincipalName ?? (byRole ? body.email : undefined);
      if (status !== 200 || typeof found !== 'string' || found === '') return undefined;
      const isGuest = byRole || found.includes('#EXT#');
      await database.query(
        `update person set address = $3, is_guest = $4, address_checked_at = $5
         where tenant_id = $1 and aad_object_id = $2`,
        [tenantId, aadObjectId, found.toLowerCase(), isGuest, now],
      );
      return { address: found.toLowerCase(), guest: isGuest };
    },
  };
}
