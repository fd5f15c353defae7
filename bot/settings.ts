/** The settings by name: what each may be, and what to write where it is wrong. */
import { z } from 'zod';

const TEAMS_HOSTS = 'smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'write a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `write a number from ${least} to ${most}`);
const optional = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);
const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'write a time zone such as Europe/London');

const ODS_API = 'https://api.service.nhs.uk/organisation-data-terminology-api/fhir';

/** 29 February is left out: most years have none. */
function isYearlyDay(text: string): boolean {
  return /^\d\d-\d\d$/.test(text) && new Date(`2001-${text}T00:00:00Z`).toJSON()?.slice(5, 10) === text;
}

/** The API's key is sent there, so never in clear text, but for a fake on this machine. */
function isSafeAddress(text: string): boolean {
  return /^https:\/\/[^/\s]+/.test(text) || /^http:\/\/127\.0\.0\.1(:\d+)?(\/|$)/.test(text);
}

/** One line for each setting, in the order of .env.example. */
const settings = {
  ASSISTANT_MODE: z
    .enum(['production', 'playground'], 'write production or playground')
    .default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3978),
  DATABASE_URL: optional.refine(
    (url) => !url || /^postgres(ql)?:\/\//.test(url),
    'write postgresql://user@host:5432/name, or leave it empty for the embedded database',
  ),
  DATA_FOLDER: z.string().min(1).default('./data'),
  MICROSOFT_APP_TYPE: z
    .enum(
      ['SingleTenant', 'UserAssignedMSI', 'Certificate', 'FederatedCredential', 'MultiTenant'],
      'write SingleTenant, UserAssignedMSI, Certificate, FederatedCredential or MultiTenant',
    )
    .default('SingleTenant'),
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_TENANT_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_CERTIFICATE_FILE: optional,
  MICROSOFT_APP_CERTIFICATE_KEY_FILE: optional,
  MICROSOFT_APP_FEDERATED_CLIENT_ID: optional,
  ALLOWED_TENANTS: list.default([]),
  ALLOWED_SERVICE_HOSTS: list.default(TEAMS_HOSTS.split(',')),
  LIFECYCLE_PROFILE: z
    .enum(['deck-2020', 'nhsmail-2022', ''], 'write deck-2020 or nhsmail-2022, or leave it empty')
    .default(''),
  DSPT_DEADLINE: z.string().refine(isYearlyDay, 'write a month and a day such as 06-30').default('06-30'),
  ODS_API_KEY: optional,
  ODS_API_URL: z
    .string()
    .refine(isSafeAddress, 'write an address that starts with https://')
    .default(ODS_API),
  TIME_ZONE: timeZone.default('Europe/London'),
  SENDS_PER_SECOND: wholeNumber(1, 50).default(40),
  PLAYGROUND_PORT: wholeNumber(1, 65535).default(56150),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'write debug, info, warn, error or silent')
    .default('info'),
};
export const environment = z.object(settings);
export type Environment = z.infer<typeof environment>;

/** The names of all settings, for the test that holds `.env.example` against them. */
export const settingNames = Object.keys(settings);
