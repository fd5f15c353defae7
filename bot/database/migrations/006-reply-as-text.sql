-- A reply is written in every turn and read in hardly any: as text it is neither taken apart nor put together again.
alter table answered_activity alter column reply type text;
