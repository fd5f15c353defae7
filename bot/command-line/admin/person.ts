/** Who is meant: an address that Teams' roster gave, or the two ids of a person whom the assistant has not met. */
import type { TeamsPerson } from '../../../access/administrators.ts';
import { peopleWithAddress } from '../../../access/list-administrators.ts';
import type { Database } from '../../../delivery/database.ts';
import { Mistake } from '../told.ts';

export interface Meant extends TeamsPerson {
  /** How the answer names them. */
  name: string;
}

/**
 * @param text an address, or `<tenant id>/<object id>` as Microsoft Entra shows them.
 * @throws Mistake when nobody or more than one person is meant.
 */
export async function personMeant(database: Database, text: string): Promise<Meant> {
  if (!text.includes('@')) {
    const [tenantId = '', aadObjectId = '', ...more] = text.toLowerCase().split('/');
    if (!tenantId || !aadObjectId || more.length > 0) {
      throw new Mistake(`"${text}" is neither an address nor <tenant id>/<object id>.`);
    }
    return { tenantId, aadObjectId, name: text };
  }
  const found = await peopleWithAddress(database, text);
  const [person, other] = found;
  if (!person) {
    throw new Mistake(
      `The assistant does not know ${text}. Ask the person to say hello to it in Teams and then "is my account at risk", or give <tenant id>/<object id>.`,
    );
  }
  if (other) {
    const ids = found.map(({ tenantId, aadObjectId }) => `  ${tenantId}/${aadObjectId}`);
    throw new Mistake(`More than one person has the address ${text}. Give one of these:\n${ids.join('\n')}`);
  }
  return { tenantId: person.tenantId, aadObjectId: person.aadObjectId, name: person.address };
}
