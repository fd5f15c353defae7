-- Neither the file nor its name says of which day it is: whoever brought it has to say so before it is used.
alter table staged_report add column asks_day boolean not null default false;

-- What it was staged as, and what it changed: a button that is pressed twice says the same both times.
alter table report add column staged_id bigint unique;
alter table report add column weight jsonb;
