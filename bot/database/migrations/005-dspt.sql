-- Published statuses of the Data Security and Protection Toolkit (DSPT), as its public search gives them for download.
-- Rows of a file are written while it is not current, so that readers see the old file or the new one, never half.
create table dspt_status_file (
  file_id bigint generated always as identity primary key,
  name text not null,
  -- The day the file speaks of, not the day it was read.
  taken_on date not null,
  imported_at timestamptz not null,
  row_count int not null default 0,
  is_current boolean not null default false
);
create unique index dspt_status_file_current on dspt_status_file (is_current) where is_current;

create table dspt_status (
  file_id bigint not null references dspt_status_file on delete cascade,
  ods_code text not null,
  name text not null,
  -- The name in small letters without punctuation, as people search for it.
  name_key text not null,
  -- The toolkit's own words, with the edition: "22/23 Standards Met".
  status text not null,
  -- Null when the file does not say.
  published_on date,
  sector text not null,
  commissioner text not null,
  primary key (file_id, ods_code)
);
