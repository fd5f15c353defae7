-- A report that was read and is not in use yet: its rows stand in a table of its own, `staging.rows_<staged_id>`.
create schema staging;
create table staged_report (
  staged_id bigint generated always as identity primary key,
  staged_at timestamptz not null,
  -- Who brought it, and so who may put it in use. Null for the command line.
  tenant_id text,
  aad_object_id text,
  -- Where it came from: a file, a chat, Microsoft Graph.
  source text not null,
  -- Null while it is being read.
  taken_on date,
  -- The organisations that it names.
  ods_codes text[] not null default '{}',
  -- Rows that can be used.
  row_count int not null default 0,
  -- Rows of which not even the account is known: with one of them no list can be called complete.
  nameless_count int not null default 0,
  -- Organisations that are added with it: a list of odsCode, name and isNas.
  new_organisations jsonb not null default '[]'
);

-- The rows go with it, whatever deletes it.
create function drop_staged_rows() returns trigger language plpgsql as $$
begin execute format('drop table if exists staging.rows_%s', old.staged_id); return old; end $$;
create trigger staged_rows_go after delete on staged_report for each row execute function drop_staged_rows();

-- The accounts that an import changed or took away, as they were, until its organisation's next import: what undo needs.
create table account_before (
  overwritten_in bigint not null references report,
  -- The organisation whose import is undone with it; the account may have come from another.
  undone_with text not null,
  is_gone boolean not null,
  address text not null,
  ods_code text not null,
  display_name text not null,
  kind text not null,
  status text,
  last_active_on date,
  never_used boolean not null,
  created_on date,
  set_up_complete boolean,
  disabled_on date,
  deleted_on date,
  leaver_on date,
  changed_in bigint not null,
  named_in bigint,
  primary key (overwritten_in, address)
);
create index account_before_organisation on account_before (undone_with);

-- The last import of the organisation can be undone: not an undone one, and none from before there was an undo.
alter table organisation_report add column can_undo boolean not null default false;

-- Accounts that a complete report no longer named. They are no accounts any more: nothing counts or warns them. This is
-- to be able to say so.
create table gone_account (
  address text primary key,
  ods_code text not null,
  report_id bigint not null references report,
  -- The day of that report.
  gone_on date not null
);

-- What an organisation's reports call their columns. The empty code stands for the command line.
create table column_mapping (
  ods_code text not null,
  their_column text not null,
  field text not null,
  primary key (ods_code, their_column)
);

-- Only the organisation is looked up. Without the day a changed account costs one index entry less.
drop index account_organisation;
create index account_organisation on account (ods_code);
