-- A row for each band finds a text in a fraction of a millisecond where an index over arrays needs hundreds: the planner
-- cannot tell how few arrays overlap (docs/adr/0009).
create table text_band (
    band      int    not null,
    family_id bigint not null references text_family (id),
    primary key (band, family_id)
);
insert into text_band (band, family_id) select distinct unnest(bands), id from text_family;
drop index text_family_bands;
alter table text_family drop column bands;
