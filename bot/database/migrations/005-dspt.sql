-- Published statuses of the Data Security and Protection Toolkit (DSPT), as its public search gives them for download.
-- A file is replaced as a whole and read seldom, so it is kept in blocks of lines: see docs/adr.
create table dspt_status_file (
  -- There is one file at a time.
  is_current boolean primary key default true check (is_current),
  name text not null,
  -- The day the file speaks of, not the day it was read.
  taken_on date not null,
  imported_at timestamptz not null,
  row_count int not null
);

-- Lines of code, name, status, day of publication, sector and commissioner, with tabs between them.
create table dspt_status_block (
  block int primary key,
  lines text not null
);
alter table dspt_status_block alter column lines set storage external;

create view dspt_status as
  select split_part(line, e'\t', 1) as ods_code,
    split_part(line, e'\t', 2) as name,
    -- The toolkit's own words, with the edition: "22/23 Standards Met".
    split_part(line, e'\t', 3) as status,
    -- Null when the file does not say.
    nullif(split_part(line, e'\t', 4), '')::date as published_on,
    split_part(line, e'\t', 5) as sector,
    split_part(line, e'\t', 6) as commissioner
  from dspt_status_block, unnest(string_to_array(lines, e'\n')) as line;
