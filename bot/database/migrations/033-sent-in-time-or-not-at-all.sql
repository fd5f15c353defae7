-- What was tried and did not arrive has an end of its hours too.
drop index owed_message_late;
create index owed_message_late on owed_message (not_after)
  where state in ('planned', 'retrying', 'ambiguous') and not_after is not null;
