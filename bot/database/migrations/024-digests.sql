-- When an administrator wants their digest. Who has chosen nothing gets it on Mondays, once warnings of one of their
-- organisations go out by themselves.
create table digest_choice (
  tenant_id text not null,
  aad_object_id text not null,
  every text not null check (every in ('day', 'week', 'off')),
  -- 1 is Monday. It counts for a weekly digest only.
  weekday smallint not null check (weekday between 1 and 7),
  -- Hours in which nothing is sent, on the clocks of the time zone. The same twice is none.
  quiet_from smallint not null check (quiet_from between 0 and 23),
  quiet_until smallint not null check (quiet_until between 0 and 23),
  -- Null is the service's.
  time_zone text,
  chosen_at timestamptz not null,
  primary key (tenant_id, aad_object_id)
);
-- The last digest of a person: the next one says what has changed since.
create index owed_message_digest on owed_message (tenant_id, aad_object_id, owed_id) where kind = 'digest';

-- What a person answers to is looked for among their own warnings.
create index owed_message_warning_person on owed_message (tenant_id, aad_object_id, owed_id)
  where kind = 'inactivity-warning';
-- What is being sent at this moment is looked at too, when an organisation's warnings are planned.
drop index owed_message_automatic;
create index owed_message_automatic on owed_message (organisation)
  where kind = 'inactivity-warning' and send_id is null
    and state in ('planned', 'retrying', 'ambiguous', 'sending');
