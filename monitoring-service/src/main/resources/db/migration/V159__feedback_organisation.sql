-- Whose feedback it is, which need not be the bureau that decided: the city feeds back what it took over after the disposal.
-- Null where nothing was fed back, or by an earlier release and by the bureau that decided.
alter table disposal add column feedback_organisation text;

-- A round holds the last feedback of those that it had: before V125 a rework overwrote it, so a round may have several lines in
-- the lead's history, and counting does not tell which is whose. Time does: the line of a step is written before its round.
update disposal d set feedback_organisation = told.organisation
from disposal fed_back
cross join lateral (
    select e.organisation
    from lead_entry e
    where e.lead_id = fed_back.lead_id and e.step = 'FEED_BACK' and e.at <= fed_back.fed_back_at
    order by e.ordinal desc
    limit 1) told
where fed_back.id = d.id and told.organisation <> fed_back.district_organisation;

-- What a replica of the release before leaves out: only the bureau that works on the lead can feed back.
create function disposal_feedback_is_whose() returns trigger language plpgsql as $$
begin
    new.feedback_organisation := (select l.holder from lead l where l.id = new.lead_id);
    return new;
end $$;
create trigger disposal_feedback_is_whose before insert or update on disposal for each row
    when (new.fed_back_at is not null and new.checked_at is null and new.feedback_organisation is null)
    execute function disposal_feedback_is_whose();
