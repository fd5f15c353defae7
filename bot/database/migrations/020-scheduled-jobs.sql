-- Up to when each piece of scheduled work is done. What became due while nothing ran is seen from it, and caught up once.
create table scheduled_job (
  name text primary key,
  -- The moment it was due at, not when it ran.
  done_for timestamptz not null,
  finished_at timestamptz not null
);
