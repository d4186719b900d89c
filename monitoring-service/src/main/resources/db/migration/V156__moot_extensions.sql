-- Requests for more time that nobody could decide any more: the lead was disposed of, or taken over from the bureau that
-- asked. Whoever ends them now ends them with that step; those of earlier releases end at its time.
update extension x
set granted = false, decided_by = 'monitoring', decided_at = ended.at,
    decision_reasons = case when ended.step = 'TAKE_OVER' then '市局已提级办理，申请终止' else '线索已处置，申请终止' end
from (
    select distinct on (open.id) open.id, e.at, e.step
    from extension open
    join lead_entry e on e.lead_id = open.lead_id and e.step in ('TAKE_OVER', 'DISPOSE') and e.at >= open.asked_at
    where open.decided_at is null
    order by open.id, e.ordinal) ended
where x.id = ended.id;
