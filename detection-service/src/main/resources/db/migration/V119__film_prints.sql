-- Further prints of films: the first picture of a film has its print in picture_print, as any picture has; those
-- that look different have theirs here. Both tables draw from one sequence under one lock, so there is still one
-- order of all prints, and a replica of the release before goes on with the first table alone.
create table film_print (
    seq         bigint           primary key,
    evidence_id uuid             not null references evidence (id),
    frame       int              not null check (frame > 0),
    at_second   double precision not null,
    print       bytea            not null,
    gist        bytea,
    unique (evidence_id, frame)
);

-- About which second of the film; null for pictures.
alter table picture_print add column at_second double precision;

-- All prints in their order.
create view every_print as
select seq, evidence_id, 0 as frame, at_second, print, gist
  from picture_print
 where print is not null
 union all
select seq, evidence_id, frame, at_second, print, gist
  from film_print;

-- About which second of a film shows what both show; null for pictures.
alter table picture_match add column later_at double precision;
alter table picture_match add column earlier_at double precision;
