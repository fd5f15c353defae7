-- Who speaks with the assistant, where, and where they are in a dialog.
create table person (
  tenant_id text not null,
  aad_object_id text not null,
  -- The address that Teams' own roster gives: the only link to an account. Null until looked up, never typed text.
  address text,
  is_guest boolean not null default false,
  seen_at timestamptz not null default now(),
  primary key (tenant_id, aad_object_id)
);
create index person_address on person (lower(address));

-- Plain ids, no SDK objects: enough to write to a conversation without having been written to.
create table conversation (
  conversation_id text primary key,
  tenant_id text not null,
  aad_object_id text,
  scope text not null check (scope in ('personal', 'groupChat', 'channel')),
  service_url text not null,
  channel_id text not null,
  bot_id text not null,
  person_channel_id text,
  installed_at timestamptz not null default now()
);
create index conversation_person on conversation (tenant_id, aad_object_id) where scope = 'personal';

-- One row a person and conversation. `version` is compared and set: two messages at once lose nothing.
create table dialog_state (
  conversation_id text not null,
  speaker_id text not null,
  version bigint not null,
  state jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (conversation_id, speaker_id)
);

-- Activities that were answered. The reply is kept only until it was sent.
create table answered_activity (
  conversation_id text not null,
  activity_id text not null,
  reply jsonb,
  committed_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (conversation_id, activity_id)
);
create index answered_activity_age on answered_activity (committed_at);

-- What came of each turn. Never the text, never who.
create table turn_record (
  at timestamptz not null default now(),
  feature text not null,
  outcome text not null,
  entries text[] not null,
  masked boolean not null,
  latency_ms real not null
);
create index turn_record_at on turn_record (at);
