-- Who gave the access, when a person did: what they passed on ends with what they hold. `granted_by` says how the audit
-- names it: `person`, `command-line:<user>` or `configuration`.
alter table administrator
  add column given_by_tenant text,
  add column given_by text,
  add constraint administrator_giver check ((given_by_tenant is null) = (given_by is null));
create index administrator_organisation on administrator (ods_code);
create index administrator_given on administrator (given_by_tenant, given_by) where given_by is not null;
