-- Organisations, who administers them, and the accounts that reports tell us of.
create table organisation (
  ods_code text primary key,
  name text not null,
  -- The deck's rule speaks of National Administration Service accounts only.
  is_nas boolean not null,
  warnings_on boolean not null default false
);

create table administrator (
  tenant_id text not null,
  aad_object_id text not null,
  ods_code text not null references organisation,
  granted_by text not null,
  granted_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (tenant_id, aad_object_id, ods_code)
);

create table report (
  report_id bigint generated always as identity primary key,
  source text not null,
  -- The day the report speaks of, not the day it was read.
  taken_on date not null,
  imported_at timestamptz not null default now(),
  imported_by text not null
);

create table account (
  address text primary key,
  ods_code text not null references organisation,
  display_name text not null,
  kind text not null check (kind in ('user', 'shared', 'application', 'resource')),
  -- The portal's own word, or null when the report does not say.
  status text,
  last_active_on date,
  created_on date,
  deleted_on date,
  -- Planned absence, until a day. Never why.
  absent_until date,
  leaver_on date,
  report_id bigint not null references report
);
create index account_organisation on account (ods_code, last_active_on);
