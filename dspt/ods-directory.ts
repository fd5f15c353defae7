/** The port to the register of all organisations: `bot/` implements it with the ODS FHIR R4 API. */
import type { OdsCode } from './ods-code.ts';

export type DirectoryAnswer =
  | {
      outcome: 'found';
      code: OdsCode;
      name: string;
      /** False for an organisation that has closed. */
      active: boolean;
      /** The organisation that operates this one. Absent when the register names none. */
      parent?: { code: OdsCode; name: string };
    }
  | { outcome: 'not-found' }
  /** It did not answer in time, or not as documented. */
  | { outcome: 'unavailable' };

export interface OdsDirectory {
  /** Never throws. */
  lookUp(code: OdsCode): Promise<DirectoryAnswer>;
}
