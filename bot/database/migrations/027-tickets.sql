-- The channel in Teams in which an organisation's helpers answer. An administrator names it there, and confirms it.
create table helper_channel (
  helper_channel_id bigint generated always as identity primary key,
  ods_code text not null references organisation,
  tenant_id text not null,
  conversation_id text not null,
  team_id text not null,
  state text not null check (state in ('proposed', 'in-use', 'ended')),
  proposed_at timestamptz not null,
  confirmed_at timestamptz,
  -- When Teams last said that it is a standard channel of a team without guests.
  checked_at timestamptz,
  ended_at timestamptz,
  check (state <> 'in-use' or confirmed_at is not null),
  check ((state = 'ended') = (ended_at is not null))
);
create unique index helper_channel_in_use on helper_channel (ods_code) where state = 'in-use';

-- A question that a person sent to the helpers of an organisation.
create table ticket (
  -- Made with the form, so that a form that is sent twice is one ticket.
  ticket_id uuid primary key,
  ods_code text not null references organisation,
  -- What people call it. Each organisation counts its own.
  number int not null,
  helper_channel_id bigint not null references helper_channel,
  -- Who asks, by their id in Teams, and what helpers read of them.
  tenant_id text not null,
  aad_object_id text not null,
  asker_name text not null,
  state text not null check (state in ('open', 'taken', 'answered', 'closed')),
  -- Grows with each change, so that a card that is older is known to be.
  version int not null default 1,
  question text not null,
  -- What the assistant had answered, as the person left it in the form.
  answered_before text not null,
  taken_by text,
  taken_name text,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  -- When the person is told whom to ring, unless somebody takes it.
  ring_at timestamptz not null,
  told_to_ring_at timestamptz,
  unique (ods_code, number),
  check ((taken_by is null) = (taken_name is null))
);
create index ticket_asker on ticket (tenant_id, aad_object_id);
create index ticket_untaken on ticket (ring_at) where state = 'open' and told_to_ring_at is null;
create index ticket_age on ticket (changed_at);

-- What was said in it after the question, in order.
create table ticket_message (
  ticket_id uuid not null references ticket on delete cascade,
  nth int not null,
  by_helper boolean not null,
  tenant_id text not null,
  aad_object_id text not null,
  name text not null,
  words text not null,
  at timestamptz not null,
  primary key (ticket_id, nth)
);
