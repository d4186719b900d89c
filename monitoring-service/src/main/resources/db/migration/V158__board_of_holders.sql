-- The board counts a lead with the bureau that works on it now, as loads and punctuality do: what the city took over is no
-- longer the district's. What stands in district_organisation of lead_ended is that bureau; the name stays for replicas of
-- the release before.

-- The first of these also keeps leads from changing until all of it is done.
drop index lead_open;
create index lead_open on lead
    (agency, state, bureau, holder, instruction_id, state_since, submitted_at, due_on)
    where state not in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED');
drop index lead_open_of_district;
create index lead_open_of_holder on lead
    (holder, state, bureau, agency, instruction_id, state_since, submitted_at, due_on)
    where state not in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED') and holder is not null;

create or replace function lead_ended_count(l lead, by bigint) returns void language sql as $$
    insert into lead_ended_fresh (bureau, instruction_id, agency, district_organisation, state, n)
    values (l.bureau, l.instruction_id, l.agency, coalesce(l.holder, ''), l.state, by);
$$;

-- Counted with the district by the release before.
with moved as (
    select bureau, instruction_id, agency, district_organisation, holder, state, count(*) as n
    from lead
    where state in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED') and holder is distinct from district_organisation
    group by 1, 2, 3, 4, 5, 6)
insert into lead_ended_fresh (bureau, instruction_id, agency, district_organisation, state, n)
select bureau, instruction_id, agency, coalesce(district_organisation, ''), state, -n from moved
union all
select bureau, instruction_id, agency, coalesce(holder, ''), state, n from moved;
