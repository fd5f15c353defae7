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
  last_status int,
  failure text,
  activity_id text,
  planned_at timestamptz not null,
  changed_at timestamptz not null
);
create index owed_message_due on owed_message (not_before) where state in ('planned', 'retrying', 'ambiguous', 'sending');
create index owed_message_send on owed_message (send_id, state);

-- Every change of a ledger row, in order.
create table owed_message_change (
  owed_id bigint not null references owed_message,
  at timestamptz not null,
  state text not null,
  status int,
  note text
);
create index owed_message_change_row on owed_message_change (owed_id, at);
