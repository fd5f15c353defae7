-- The card that shows an administrator how far their send is. It is an owed message that is changed in its own place.
alter table send
  -- When it is looked at next. Null for a send without such a card, and once the card shows how the send ended.
  add column progress_next_at timestamptz;
create index send_progress on send (progress_next_at) where progress_next_at is not null;
