/** How long an administrator can give access for. */
import type { TeamsPerson } from '../../access/administrators.ts';
import { listAdministrators } from '../../access/list-administrators.ts';
import type { Database } from '../../delivery/database.ts';

/**
 * When all of a person's access is over. For one organisation it can be sooner: that is found when the form is checked.
 * @returns nothing while some of it has no end.
 */
export async function soonestEnd(
  database: Database,
  person: TeamsPerson,
  now: Date,
): Promise<Date | undefined> {
  const own = await listAdministrators(database, { person, now });
  const ends = own.map(({ until }) => until);
  if (ends.some((until) => until === null)) return undefined;
  return ends.reduce<Date | undefined>(
    (last, until) => (until && (!last || until > last) ? until : last),
    undefined,
  );
}
