-- A warning is over when its account is in use again, or there is nothing to warn of any more.
alter table owed_message add column ended_at timestamptz;
create index owed_message_live_warning on owed_message (owed_id)
  where kind = 'inactivity-warning' and ended_at is null and state in ('planned', 'retrying', 'ambiguous', 'sent');
create index flag_address on flag (address, profile, flag_id);

-- A card on somebody's screen that another one is to take the place of: once, and tried a few times.
create table card_update (
  owed_id bigint primary key references owed_message on delete cascade,
  -- The new card, by its kind.
  kind text not null,
  content jsonb not null,
  state text not null default 'planned' check (state in ('planned', 'done', 'given-up')),
  attempts int not null default 0,
  -- While it is being tried this is when it may be tried again.
  not_before timestamptz not null,
  changed_at timestamptz not null
);
create index card_update_due on card_update (not_before) where state = 'planned';
