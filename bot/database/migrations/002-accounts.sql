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

-- A date or an answer that the report does not give is null: it is unknown, and never stands for `active`.
create table account (
  address text primary key check (address = lower(address)),
  ods_code text not null references organisation,
  display_name text not null,
  kind text not null check (kind in ('user', 'shared', 'application', 'resource')),
  -- The portal's own word, or null when the report does not say.
  status text,
  last_active_on date,
  -- The report says in so many words that it was never used: an empty last_active_on alone does not.
  never_used boolean not null default false,
  created_on date,
  -- Acceptable Use Policy accepted and account secret set.
  set_up_complete boolean,
  disabled_on date,
  deleted_on date,
  -- Planned absence, until a day. Never why.
  absent_until date,
  leaver_on date,
  report_id bigint not null references report
);
create index account_organisation on account (ods_code, last_active_on);
