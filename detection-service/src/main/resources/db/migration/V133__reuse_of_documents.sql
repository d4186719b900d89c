-- Prints of the pictures in a document, in film_print as the further ones of a film: up to eight, numbered from 1. The
-- document itself has no print in picture_print, because it is none of these pictures; banks compare it as a file, as
-- before. Where in the document, in words; null for pictures and films.
alter table film_print add column place text;

-- Pictures of a document have no second. A replica of the release before reads such a row as a picture.
alter table film_print alter column at_second drop not null;

create or replace view every_print as
select seq, evidence_id, 0 as frame, at_second, print, gist, cast(null as text) as place
  from picture_print
 where print is not null
 union all
select seq, evidence_id, frame, at_second, print, gist, place
  from film_print;

-- Where in the document the picture stands that both show; null for pictures and films.
alter table picture_match add column later_place text;
alter table picture_match add column earlier_place text;
