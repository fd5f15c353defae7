-- Warnings that go out by themselves. An organisation without a row has them off and the usual hours.
create table automatic_warnings (
  ods_code text primary key references organisation,
  is_on boolean not null default false,
  -- Who turned them on, and so the tenant whose people are written to; and the rule that they were shown.
  tenant_id text,
  turned_on_by text,
  turned_on_at timestamptz,
  profile text,
  -- Working hours on the clocks of the service's time zone. 1 is Monday.
  from_hour smallint not null default 9 check (from_hour between 0 and 23),
  until_hour smallint not null default 17 check (until_hour between 1 and 24),
  weekdays smallint[] not null default '{1,2,3,4,5}' check (cardinality(weekdays) > 0),
  -- What the last planning knew: it is due again on another day, after another report, or when this is taken away.
  planned_for date,
  planned_report bigint,
  check (from_hour < until_hour),
  check (not is_on or (tenant_id is not null and turned_on_by is not null and turned_on_at is not null
    and profile is not null))
);
-- The same was here as a plain mark that nothing read.
alter table organisation drop column warnings_on;

-- A message that would come at a bad hour is not sent any more: it is planned anew.
alter table owed_message add column not_after timestamptz;
create index owed_message_late on owed_message (not_after) where state = 'planned' and not_after is not null;
create index owed_message_automatic on owed_message (organisation)
  where kind = 'inactivity-warning' and send_id is null and state in ('planned', 'retrying', 'ambiguous');

-- The report that the last sweep of the organisation looked at.
alter table organisation_report add column swept_report bigint;
-- Organisations that were left out, because their report was too old.
alter table sweep add column skipped int not null default 0;
