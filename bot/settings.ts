/** The settings by name: what each may be, and what to write where it is wrong. */
import { z } from 'zod';
import { DOCUMENTED_LIMITS } from '../delivery/conversation-limits.ts';
import { REQUESTS_PER_SECOND } from '../delivery/tenant-rate.ts';
import {
  conversationLimits,
  isSafeAddress,
  isYearlyDay,
  list,
  optional,
  timeZone,
  webAddress,
  wholeNumber,
  workingHours,
} from './setting-kinds.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** People's files in Teams are in their OneDrive. */
const FILE_HOSTS = '*.sharepoint.com';
const TEAMS_HOSTS = 'smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com';

const GRAPH = 'https://graph.microsoft.com';
const ODS_API = 'https://api.service.nhs.uk/organisation-data-terminology-api/fhir';

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
  DATABASE_AUTH: z.enum(['password', 'entra'], 'write password or entra').default('password'),
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
  BOT_OPENID_METADATA: z
    .string()
    .refine(isSafeAddress, 'write an address that starts with https://')
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  ALLOWED_TENANTS: list.default([]),
  ALLOWED_SERVICE_HOSTS: list.default(TEAMS_HOSTS.split(',')),
  ADMINISTRATORS_FILE: optional,
  ALLOWED_FILE_HOSTS: list.default([FILE_HOSTS]),
  LIFECYCLE_PROFILE: z
    .string()
    .regex(/^[a-z0-9-]*$/, 'write a profile such as deck-2020 or nhsmail-2022, or leave it empty')
    .default(''),
  LIFECYCLE_PROFILES: optional,
  DSPT_DEADLINE: z.string().refine(isYearlyDay, 'write a month and a day such as 06-30').default('06-30'),
  ODS_API_KEY: optional,
  ODS_API_URL: z
    .string()
    .refine(isSafeAddress, 'write an address that starts with https://')
    .default(ODS_API),
  GRAPH_URL: z.string().refine(isSafeAddress, 'write an address that starts with https://').default(GRAPH),
  GRAPH_ORGANISATION_FROM: z
    .string()
    .regex(/^\w+$/, 'write domain, or a property of a user such as companyName or extensionAttribute1')
    .default('companyName'),
  GRAPH_ORGANISATIONS: optional,
  TIME_ZONE: timeZone.default('Europe/London'),
  TICKET_WAIT_MINUTES: wholeNumber(1, 2400).default(30),
  WORKING_HOURS: workingHours.default({ from: 9, to: 17 }),
  SENDS_PER_SECOND: wholeNumber(1, REQUESTS_PER_SECOND).default(40),
  CONVERSATION_LIMITS: conversationLimits.default([...DOCUMENTED_LIMITS]),
  PLAYGROUND_PORT: wholeNumber(1, 65535).default(56150),
  MESSAGES_PER_MINUTE: wholeNumber(5, 1000).default(60),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'write debug, info, warn, error or silent')
    .default('info'),
  SHUTDOWN_GRACE_SECONDS: wholeNumber(0, 30).default(5),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional.refine(
    (url) => !url || /^https?:\/\/[^/\s]+/.test(url),
    'write an address such as http://collector:4318, or leave it empty',
  ),
  OTEL_EXPORTER_OTLP_HEADERS: list
    .default([])
    .refine(
      (pairs) => pairs.every((pair) => /^[\w-]+=\S/.test(pair)),
      'write name=value, with commas between',
    ),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .refine((text) => /^(0(\.\d+)?|1(\.0+)?)$/.test(text), 'write a number from 0 to 1')
    .default('1'),
  RETENTION_CONVERSATIONS_DAYS: wholeNumber(1, 3650).default(30),
  RETENTION_PEOPLE_DAYS: wholeNumber(1, 3650).default(800),
  RETENTION_MESSAGES_DAYS: wholeNumber(1, 3650).default(400),
  RETENTION_STATISTICS_DAYS: wholeNumber(1, 3650).default(400),
  RETENTION_FEEDBACK_DAYS: wholeNumber(1, 3650).default(90),
  RETENTION_TICKETS_DAYS: wholeNumber(1, 3650).default(90),
  RETENTION_AUDIT_DAYS: wholeNumber(1, 3650).default(2190),
  TEAMS_APP_ID: optional.refine((id) => !id || GUID.test(id), 'write a GUID'),
  DEVELOPER_NAME: optional.refine((name) => !name || name.length <= 32, 'write 32 characters at most'),
  DEVELOPER_WEBSITE_URL: webAddress,
  DEVELOPER_PRIVACY_URL: webAddress,
  DEVELOPER_TERMS_URL: webAddress,
};
export const environment = z.object(settings);
export type Environment = z.infer<typeof environment>;

/** The names of all settings, for the test that holds `.env.example` against them. */
export const settingNames = Object.keys(settings);
