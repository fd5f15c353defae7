-- What was tried and did not arrive has an end of its hours too.
drop index owed_message_late;
create index owed_message_late on owed_message (not_after)
  where state in ('planned', 'retrying', 'ambiguous') and not_after is not null;

-- Counts the contents that a message had: what comes of an attempt is about the content that was sent.
alter table owed_message add column edition int not null default 1;

-- Organisations that the person has to administer at the moment of sending. Null for what needs no access.
alter table owed_message add column needs_access_to text[];
create index owed_message_needs_access on owed_message (tenant_id, aad_object_id)
  where state in ('planned', 'retrying', 'ambiguous', 'sending') and needs_access_to is not null;
