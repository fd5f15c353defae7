-- What belongs to a row goes with it when its retention period ends.
alter table owed_message_change drop constraint owed_message_change_owed_id_fkey,
  add constraint owed_message_change_owed_id_fkey foreign key (owed_id) references owed_message on delete cascade;
alter table send_recipient drop constraint send_recipient_send_id_fkey,
  add constraint send_recipient_send_id_fkey foreign key (send_id) references send on delete cascade;
create index owed_message_age on owed_message (changed_at) where state in ('sent', 'failed', 'cancelled');
create index dialog_state_age on dialog_state (updated_at);
create index person_seen on person (seen_at);

-- When Teams' roster was last asked. An address that is older than a day is asked for again.
alter table person add column address_checked_at timestamptz;
