-- What the owner of evidence is told of its changes. The row's own version also moves with the evidence of
-- others, which must not be told.
alter table evidence add column told int not null default 0;
update evidence set told = version;
