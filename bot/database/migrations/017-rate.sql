-- The rate that Teams allows, kept across all replicas.
create table tenant_rate (
  tenant_id text primary key,
  -- Which replica may make how many requests a second, and until when. The shape is that of `Lease`.
  leases jsonb not null default '[]',
  -- Teams asked for a pause; afterwards the rate rises again from `eased_to`.
  paused_until timestamptz,
  eased_to int
);

-- Requests of the last hour, which is as far back as Teams counts. Lost in a crash of the database, it costs nothing
-- but a short doubt about the rate.
create unlogged table recent_request (
  tenant_id text not null,
  conversation_id text not null,
  at timestamptz not null,
  -- A reply in chat, or a look at the roster: everything that the ledger did not ask for.
  is_reply boolean not null
);
create index recent_request_conversation on recent_request (conversation_id, at);
create index recent_request_reply on recent_request (tenant_id, at) where is_reply;
