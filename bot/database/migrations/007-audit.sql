-- What administrators and operators did: who, what, when, before and after. It is added to, and never changed.
create table audit (
  audit_id bigint generated always as identity primary key,
  at timestamptz not null,
  -- A person in Teams, or null for the command line and the service itself: then `actor` says which.
  tenant_id text,
  aad_object_id text,
  actor text not null,
  what text not null,
  -- Null when it concerns no single organisation.
  ods_code text,
  -- What it was done to: an address, a send, a report.
  subject text,
  before jsonb,
  after jsonb
);
create index audit_organisation on audit (ods_code, at);
create index audit_person on audit (tenant_id, aad_object_id, at);

-- Only the daily deletion of what is past its retention period may remove rows, and it says so first.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin if tg_op = 'DELETE' and current_setting('assistant.retention', true) = 'on' then return old; end if; raise exception 'The audit table is only added to.'; end $$;
create trigger audit_only_grows before update or delete on audit for each row execute function refuse_audit_change();
