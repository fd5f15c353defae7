-- What people answered to a warning, each answer once. None of it counts as use of the account.
create table warning_reply (
  owed_id bigint not null references owed_message on delete cascade,
  answer text not null check (answer in ('still-here', 'leaving', 'ask')),
  tenant_id text not null,
  aad_object_id text not null,
  replied_at timestamptz not null,
  primary key (owed_id, answer)
);
create index warning_reply_person on warning_reply (tenant_id, aad_object_id);
