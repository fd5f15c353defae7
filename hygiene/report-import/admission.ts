/** Whose rows are taken: those of organisations that are known, and of these only what the uploader may bring. */
import type { Database } from '../../delivery/database.ts';
import type { Positions } from '../report-file/columns.ts';
import { ownCopy } from '../report-file/copy-text.ts';
import { readIsNas, readWords } from '../report-file/read-values.ts';
import type { NewOrganisation } from './staged-report.ts';

export interface Admission {
  /** @returns why rows of this organisation are not taken; undefined when they are. */
  refusal(odsCode: string, fields: readonly string[], positions: Positions): string | undefined;
  /** Those among `odsCodes` that are not known yet. */
  newOrganisations(odsCodes: readonly string[]): NewOrganisation[];
}

export interface AdmissionRules {
  /** The organisations whose rows are taken. Left out: all that are known. */
  odsCodes?: readonly string[] | undefined;
  /** Whoever brings it says that it is about this one. Rows of others are refused, for something is wrong then. */
  onlyOdsCode?: string | undefined;
  /** Organisations that are not known yet are taken too, and added. */
  addsOrganisations?: boolean | undefined;
}

const NOT_YOURS = 'you do not administer this organisation';
const NOT_KNOWN = 'this organisation is not known here';

export async function admissionFor(
  database: Database,
  { odsCodes, onlyOdsCode, addsOrganisations = false }: AdmissionRules,
): Promise<Admission> {
  const rows = await database.query<{ odsCode: string }>('select ods_code as "odsCode" from organisation');
  const known = new Set(rows.map(({ odsCode }) => odsCode));
  const allowed = odsCodes && new Set(odsCodes);
  const added = new Map<string, NewOrganisation>();

  function add(odsCode: string, fields: readonly string[], positions: Positions): void {
    const written = (at: number | undefined) => (at === undefined ? '' : (fields[at] ?? ''));
    const name = readWords(written(positions.organisationName));
    added.set(odsCode, {
      odsCode,
      name: ownCopy(('value' in name && name.value) || odsCode),
      isNas: readIsNas(written(positions.administeredBy)) ?? false,
    });
  }

  return {
    refusal(odsCode, fields, positions) {
      if (onlyOdsCode !== undefined && odsCode !== onlyOdsCode) return `it is not of ${onlyOdsCode}`;
      if (allowed) return allowed.has(odsCode) ? undefined : NOT_YOURS;
      if (known.has(odsCode) || added.has(odsCode)) return undefined;
      if (!addsOrganisations) return NOT_KNOWN;
      add(odsCode, fields, positions);
      return undefined;
    },
    newOrganisations: (odsCodes) =>
      odsCodes.flatMap((odsCode) => {
        const organisation = added.get(odsCode);
        return organisation ? [organisation] : [];
      }),
  };
}
