-- A letter goes with its lead: the bureau of a letter is who works on the lead now. Who sent it is kept where that is
-- another. A replica of the release before writes no sender, and its letters have none: there both are the same.
alter table letter add column sender text;

update letter x set sender = x.bureau, bureau = case when l.taken_over then l.bureau else l.district_organisation end
from lead l
where l.id = x.lead_id and x.bureau <> case when l.taken_over then l.bureau else l.district_organisation end;
