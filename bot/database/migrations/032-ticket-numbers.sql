-- The last number that an organisation has given to a question: it is not given again when the question is deleted.
alter table organisation add column last_ticket_number int not null default 0;
update organisation set last_ticket_number = (select max(number) from ticket where ticket.ods_code = organisation.ods_code)
  where exists (select 1 from ticket where ticket.ods_code = organisation.ods_code);
