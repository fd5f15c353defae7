-- The ledger: every message that nobody typed for. The row decides what is sent; a job only points at it.
create table send (
  send_id uuid primary key,
  ods_code text not null,
  -- Who asked for it, and so who is told what came of it.
  tenant_id text not null,
  aad_object_id text not null,
  state text not null check (state in ('proposed', 'confirmed', 'cancelled', 'reported')),
  profile text not null,
  report_id bigint not null references report,
  proposed_at timestamptz not null,
  confirmed_at timestamptz,
  reported_at timestamptz
);
create index send_to_report on send (confirmed_at) where state = 'confirmed';

-- What the dry run showed: exactly these people are written to when it is confirmed, and nobody else.
create table send_recipient (
  send_id uuid not null references send,
  reason_key text not null,
  address text not null,
  display_name text not null,
  -- Null when the person cannot be written to in Teams.
  tenant_id text,
  aad_object_id text,
  kind text not null,
  content jsonb not null,
  primary key (send_id, reason_key)
);

create table owed_message (
  owed_id bigint generated always as identity primary key,
  send_id uuid references send,
  -- One message to one person for one reason: the same reason is never owed twice.
  reason_key text not null unique,
  kind text not null,
  tenant_id text not null,
  aad_object_id text not null,
  content jsonb not null,
  state text not null default 'planned'
    check (state in ('planned', 'sending', 'sent', 'retrying', 'failed', 'ambiguous', 'cancelled')),
  not_before timestamptz not null,
  attempts int not null default 0,
  claimed_until timestamptz,
  -- It was ambiguous at least once, so it may have arrived more than once, or without our knowing.
  was_ambiguous boolean not null default false,
  last_status int,
  failure text,
  activity_id text,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  check (state <> 'sent' or activity_id is not null)
);
create index owed_message_due on owed_message (not_before, owed_id) where state in ('planned', 'retrying', 'ambiguous');
create index owed_message_claimed on owed_message (claimed_until) where state = 'sending';
create index owed_message_send on owed_message (send_id, state);

-- Every change of a ledger row, in order.
create table owed_message_change (
  change_id bigint generated always as identity primary key,
  owed_id bigint not null references owed_message,
  at timestamptz not null,
  state text not null,
  status int,
  note text
);
create index owed_message_change_row on owed_message_change (owed_id, change_id);
