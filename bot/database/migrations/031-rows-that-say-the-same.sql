-- What the row that the account was last written from said, in one number: a row of the same number says the same.
-- Null for an account from before there was one, which is compared column by column.
alter table account add column fingerprint bigint;
alter table account_before add column fingerprint bigint;

-- Rows that say what the accounts say already are counted here, and not staged: how many, and all their numbers in one.
alter table staged_report add column same_count int not null default 0;
alter table staged_report add column same_check bigint not null default 0;
-- Whether `staging.known_<staged_id>` lists the accounts that these rows name, or all the others.
alter table staged_report add column same_listed boolean not null default true;

-- A statement ends with a semicolon at the end of a line, so this is one line.
create or replace function drop_staged_rows() returns trigger language plpgsql as $$
begin execute format('drop table if exists staging.rows_%s, staging.known_%s', old.staged_id, old.staged_id); return old; end $$;

-- Whatever changes an account without saying of which row it is now, such as an older version beside this one: the
-- account is compared again.
create function forget_fingerprint() returns trigger language plpgsql as $$
begin new.fingerprint := null; return new; end $$;
create trigger account_fingerprint before update on account for each row
  when (old.fingerprint = new.fingerprint
    and (old.ods_code, old.display_name, old.kind, old.status, old.last_active_on, old.never_used, old.created_on,
      old.set_up_complete, old.disabled_on, old.deleted_on, old.leaver_on, old.password_expires_on)
    is distinct from (new.ods_code, new.display_name, new.kind, new.status, new.last_active_on, new.never_used,
      new.created_on, new.set_up_complete, new.disabled_on, new.deleted_on, new.leaver_on, new.password_expires_on))
  execute function forget_fingerprint();
