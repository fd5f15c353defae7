-- Administrators who do not want the weekly summary. Everybody else who administers an organisation gets it.
create table weekly_summary_off (
  tenant_id text not null,
  aad_object_id text not null,
  since timestamptz not null,
  primary key (tenant_id, aad_object_id)
);
