/** An organisation as the check knows it, and what has been published for it. */
import type { OdsCode } from './ods-code.ts';
import type { PublishedStatus } from './published-status.ts';

export interface Publication {
  status: PublishedStatus;
  /** `YYYY-MM-DD`, or null when the file does not say. */
  publishedOn: string | null;
}

export interface Organisation {
  code: OdsCode;
  /** Empty while only the code is known. */
  name: string;
  /** As the toolkit names it, for example `Care Home`, or empty text. */
  sector: string;
  commissioner: string;
  /** Absent when the status file does not name the organisation, or there is no file. */
  publication?: Publication;
}

/** True when something was published: "Not Published" is a line of the file too. */
export function hasPublished(organisation: Organisation): boolean {
  const level = organisation.publication?.status.level;
  return level !== undefined && level !== 'not-published';
}
