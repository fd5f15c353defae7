-- Reminders: a series of owed messages to one person that lead up to one day.
alter table owed_message
  -- What the reminders of one series lead up to. Null for everything that is not a reminder.
  add column series text,
  add column days_before int,
  add constraint owed_message_reminder check ((series is null) = (days_before is null));
create index owed_message_reminder on owed_message (tenant_id, aad_object_id, kind, series) where series is not null;
