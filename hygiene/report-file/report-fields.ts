/**
 * What a report can tell of an account, and the names that columns have for it. The portal's own column names are not
 * public, so these are likely ones; a mapping names others.
 */

export const REPORT_FIELDS = {
  address: [
    'email address',
    'primary email address',
    'primary smtp address',
    'email',
    'mail',
    'user principal name',
    'upn',
    'mailbox',
    'address',
  ],
  displayName: ['display name', 'name', 'full name', 'mailbox name', 'account name'],
  odsCode: ['ods code', 'organisation code', 'org code', 'ods', 'organisation ods code'],
  /** Used only for an organisation that is added with the report. */
  organisationName: ['organisation name', 'organisation', 'organization', 'company', 'company name'],
  administeredBy: ['administered by', 'managed by', 'nas'],
  kind: ['account type', 'mailbox type', 'recipient type details', 'recipient type', 'type'],
  status: ['account status', 'status', 'mailbox status'],
  lastActiveOn: [
    'last activity date',
    'last activity',
    'last active',
    'last used',
    'last logon date',
    'last logon',
    'last login date',
    'last login',
    'last sign in date',
    'last sign in',
  ],
  createdOn: ['created date', 'created', 'date created', 'creation date', 'when created'],
  setUpComplete: ['aup accepted', 'acceptable use policy accepted', 'accepted aup', 'set up complete'],
  disabledOn: ['disabled date', 'date disabled', 'disabled on'],
  deletedOn: ['deleted date', 'date deleted', 'deleted on', 'deletion date'],
  leaverOn: ['leaver date', 'leaving date', 'date left', 'leaver on'],
  passwordExpiresOn: ['password expiry date', 'password expires', 'password expires on', 'password expiry'],
  /** The day of the report itself, the same in every row. */
  takenOn: ['report date', 'date of report', 'extract date', 'report generated'],
} as const satisfies Record<string, readonly string[]>;

export type ReportField = keyof typeof REPORT_FIELDS;

/** Their column's name, and the field it is; `ignore` for a column that is to be passed over. */
export type ColumnMapping = Readonly<Record<string, ReportField | 'ignore'>>;

export function isReportField(text: string): text is ReportField {
  return Object.hasOwn(REPORT_FIELDS, text);
}
