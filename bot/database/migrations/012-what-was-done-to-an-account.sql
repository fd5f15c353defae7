-- What was decided about one account, the newest first, among all that happened in its organisation.
create index audit_subject on audit (ods_code, subject, audit_id) where subject is not null;
