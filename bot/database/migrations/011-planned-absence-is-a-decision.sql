-- Planned absence is decided by an administrator, so it stands with the decisions: no report can bring it or take it away.
insert into account_decision (address, ods_code, absent_until, approved_by, decided_at)
  select address, ods_code, absent_until, 'not recorded', now() from account where absent_until is not null
  on conflict (address) do nothing;
alter table account drop column absent_until;
