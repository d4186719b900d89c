-- How many different pictures the two pieces of a pair have in common: a pair that shows a common picture is held back
-- only where it has no other in common. A replica of the release before leaves it at one, so that what it finds is held
-- back rather than told.
alter table picture_match add column shared int not null default 1;

-- Of pairs that were kept before it was not counted. Where both show several pictures, as many as are kept of a piece.
update picture_match m set shared = 8
 where exists (select 1 from film_print f
                where f.evidence_id = m.later_id and (f.place is null or f.frame > 1))
   and exists (select 1 from film_print f
                where f.evidence_id = m.earlier_id and (f.place is null or f.frame > 1));
