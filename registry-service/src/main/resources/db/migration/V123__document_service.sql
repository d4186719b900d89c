-- How a notice stands with its service, beside the notice itself: lists need not read the entries, and every entry
-- moves the notice's version.
alter table document add column services int not null default 0;
alter table document add column served_on date;
alter table document add column served_by_method text;
alter table document add constraint document_served check ((services = 0) = (served_on is null));

-- Electronic service needs the recipient's consent: how and when it was given.
alter table document_service add column consent text;

-- A notice is stood in for once.
create unique index document_replaces on document (replaces) where replaces is not null;
