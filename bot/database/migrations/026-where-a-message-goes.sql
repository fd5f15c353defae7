-- Not every message that nobody typed for goes to a person's own chat: tickets go to a channel, and their cards are
-- changed in place.
alter table owed_message
  -- The conversation it goes to. Null for the person's own chat.
  add column conversation_id text,
  -- Another message, by its reason: this one takes its place, or is written below it. It waits until that one was sent.
  add column target_key text,
  add column target_use text check (target_use in ('change', 'thread')),
  add constraint owed_message_target check ((target_key is null) = (target_use is null));
create index owed_message_target on owed_message (target_key) where state = 'planned' and target_key is not null;
