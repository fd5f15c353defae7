/** A site can be covered by what its head office published, so that is looked at before "not published" is said. */
import type { Lookup } from './find-organisation.ts';
import type { Organisation } from './organisation.ts';
import { organisationByCode } from './published-organisations.ts';

export type HeadOffice =
  | { outcome: 'found'; organisation: Organisation }
  /** The register names no organisation that operates this one. */
  | { outcome: 'none' }
  /** Nobody can tell here: the person is asked. */
  | { outcome: 'unknown' };

export async function headOfficeOf({ database, directory }: Lookup, site: Organisation): Promise<HeadOffice> {
  const answer = await directory?.lookUp(site.code);
  if (answer?.outcome !== 'found') return { outcome: 'unknown' };
  if (!answer.parent) return { outcome: 'none' };
  const { code, name } = answer.parent;
  const published = await organisationByCode(database, code);
  return { outcome: 'found', organisation: published ?? { code, name, sector: '', commissioner: '' } };
}
