-- What an administrator decided about an account. It outlives every report: a report never changes it.
create table account_decision (
  address text primary key check (address = lower(address)),
  ods_code text not null references organisation,
  -- Planned absence, until a day, and who approved it. Never why.
  absent_until date,
  approved_by text,
  leaver_on date,
  -- The day on which an administrator said that the account is still needed.
  still_needed_on date,
  -- It is really a shared or an application mailbox, whatever the report says.
  counts_as text check (counts_as in ('shared', 'application')),
  decided_by_tenant text,
  decided_by text,
  decided_at timestamptz not null,
  check ((absent_until is null) = (approved_by is null))
);
create index account_decision_organisation on account_decision (ods_code);

-- The last day on which the assistant met the account's person in Teams. A report never changes it.
create table account_seen (
  address text primary key check (address = lower(address)),
  seen_on date not null
);

-- One evaluation of all accounts against a profile on a day.
create table sweep (
  sweep_id bigint generated always as identity primary key,
  profile text not null,
  day date not null,
  swept_at timestamptz not null,
  accounts bigint not null,
  flagged int not null,
  cleared int not null
);
create index sweep_day on sweep (profile, day);

-- An account that a sweep found due, inactive or overdue, until a later one finds it in order again.
create table flag (
  flag_id bigint generated always as identity primary key,
  address text not null,
  ods_code text not null,
  profile text not null,
  stage text not null,
  happens_on date,
  report_id bigint not null,
  flagged_on date not null,
  cleared_on date
);
create unique index flag_open on flag (profile, address) where cleared_on is null;
create index flag_organisation on flag (ods_code, happens_on) where cleared_on is null;
create index flag_days on flag (ods_code, flagged_on);
