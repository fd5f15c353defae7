-- The day on which the account's password runs out, or ran out. Null when the report does not say.
alter table account add column password_expires_on date;
-- The day of the first report that showed it in use again, after one that showed it disabled or deleted.
alter table account add column enabled_on date;
alter table account_before add column password_expires_on date;
alter table account_before add column enabled_on date;
