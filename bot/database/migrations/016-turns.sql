-- Whose turn it is: sends share the rate by organisation, and what is urgent goes before what is not.
alter table owed_message
  -- On whose behalf it is sent. Empty for what concerns one person only, such as their own reminders.
  add column organisation text not null default '',
  -- 0 is urgent, 1 is usual.
  add column urgency smallint not null default 1 check (urgency in (0, 1)),
  -- Set while an attempt is under way that can no longer be held back: it is the last one.
  add column cancel_asked_at timestamptz;
update owed_message set organisation = send.ods_code from send where send.send_id = owed_message.send_id;

drop index owed_message_due;
create index owed_message_due on owed_message (tenant_id, urgency, organisation, not_before, owed_id)
  where state in ('planned', 'retrying', 'ambiguous');
