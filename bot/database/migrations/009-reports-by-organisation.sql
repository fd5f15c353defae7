-- The last report of each organisation. To look it up among its accounts took seconds with two million of them.
create table organisation_report (
  ods_code text primary key references organisation,
  report_id bigint not null references report,
  -- It was declared to name every account of the organisation: an account that it leaves out is gone.
  is_complete boolean not null default false,
  -- What stood here before, until the import is undone or another one comes. Null when there is nothing to go back to.
  previous_report_id bigint references report,
  previous_is_complete boolean
);
insert into organisation_report (ods_code, report_id)
  select distinct on (ods_code) ods_code, report_id from account join report using (report_id)
  order by ods_code, taken_on desc, report_id desc;

-- A row is written only when a report changes it, so that a later report costs what has changed and no more.
alter table account rename column report_id to changed_in;
alter table account drop constraint account_report_id_fkey;
-- The last report that names it, where its organisation's last one does not. Null for all the others.
alter table account add column named_in bigint;
update account set named_in = changed_in from organisation_report
  where organisation_report.ods_code = account.ods_code and organisation_report.report_id <> account.changed_in;

-- One sweep a day and profile: to sweep again the same day adds to it.
drop index sweep_day;
create unique index sweep_day on sweep (profile, day);

-- The stage at which a later sweep found it, or `gone` when its organisation's list no longer names it.
alter table flag add column cleared_as text;
