-- What was tried and did not arrive has an end of its hours too.
drop index owed_message_late;
create index owed_message_late on owed_message (not_after)
  where state in ('planned', 'retrying', 'ambiguous') and not_after is not null;

-- Counts the contents that a message had: what comes of an attempt is about the content that was sent.
alter table owed_message add column edition int not null default 1;
