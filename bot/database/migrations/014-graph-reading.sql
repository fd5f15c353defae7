-- A reading of Microsoft Graph's users, page by page, so that one that was broken off goes on where it was. Its rows
-- are deleted as soon as the report made from them is in use.
create table graph_reading (
  reading_id bigint generated always as identity primary key,
  -- What Graph was asked first. Another question begins again.
  question text not null,
  started_at timestamptz not null,
  -- Where Graph said that it goes on. Null before the first page, and after the last.
  next_link text,
  pages int not null default 0,
  users int not null default 0,
  -- Null while pages are still to come.
  read_at timestamptz
);
-- One reading at a time.
create unique index graph_reading_one on graph_reading ((true));

-- What was read of each user: what a report needs, and nothing else of them.
create table graph_page (
  reading_id bigint not null references graph_reading on delete cascade,
  page int not null,
  users jsonb not null,
  primary key (reading_id, page)
);
