-- The board must not cost more because many leads are done. Open leads are few and lie whole in two partial indexes;
-- leads at an end are many and never come back, so they are counted once, when they get there.

-- Since when a lead is in its state. What else changes on a lead does not make it younger.
alter table lead add column state_since timestamptz;
update lead set state_since = updated_at;
alter table lead alter column state_since set not null;

create function lead_state_since() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.state_since := new.submitted_at;
    elsif new.state is distinct from old.state then
        new.state_since := new.updated_at;
    end if;
    return new;
end $$;
create trigger lead_state_since before insert or update of state on lead
    for each row execute function lead_state_since();

create index lead_open on lead
    (agency, state, bureau, district_organisation, instruction_id, state_since, submitted_at, due_on)
    where state not in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED');
create index lead_open_of_district on lead
    (district_organisation, state, bureau, agency, instruction_id, state_since, submitted_at, due_on)
    where state not in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED') and district_organisation is not null;

-- Leads at an end, counted. Fresh counts are appended, so that closings never wait for each other; a timer folds them in.
create table lead_ended (
    bureau text not null,
    instruction_id uuid not null,
    agency text not null,
    district_organisation text not null,
    state text not null,
    n bigint not null,
    primary key (bureau, instruction_id, agency, district_organisation, state)
);
create table lead_ended_fresh (
    id bigint generated always as identity primary key,
    bureau text not null,
    instruction_id uuid not null,
    agency text not null,
    district_organisation text not null,
    state text not null,
    n bigint not null
);

create function lead_ended_count(l lead, by bigint) returns void language sql as $$
    insert into lead_ended_fresh (bureau, instruction_id, agency, district_organisation, state, n)
    values (l.bureau, l.instruction_id, l.agency, coalesce(l.district_organisation, ''), l.state, by);
$$;
create function lead_ended_count() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.state in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED') then
        perform lead_ended_count(old, -1);
    end if;
    if new.state in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED') then
        perform lead_ended_count(new, 1);
    end if;
    return null;
end $$;
create trigger lead_ended_insert after insert on lead for each row
    when (new.state in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED')) execute function lead_ended_count();
create trigger lead_ended_update after update of state on lead for each row
    when (old.state is distinct from new.state
          and (old.state in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED') or new.state in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED')))
    execute function lead_ended_count();

insert into lead_ended (bureau, instruction_id, agency, district_organisation, state, n)
select bureau, instruction_id, agency, coalesce(district_organisation, ''), state, count(*)
from lead where state in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED') group by 1, 2, 3, 4, 5;

-- An agency's figures of a period.
create index lead_submitted on lead (agency, submitted_at);
