-- Number and time of what an agency was told last of its lead. What bureaus do with it moves neither.
alter table lead add column agency_version int not null default 0;
alter table lead add column agency_updated_at timestamptz not null default now();

-- What an agency is told of a state, as codes/shown-states.yaml says it; a test keeps both in step. The service itself
-- counts by the file; this is for leads that were moved before, or by a replica of the release before this one.
create function lead_state_told(state text) returns text language sql immutable as $$
    select case when state in ('SUBMITTED', 'RETURNED_FOR_SUPPLEMENT', 'UNQUALIFIED', 'DUPLICATE', 'CLOSED') then state
           else 'IN_HANDLING' end
$$;

update lead l set agency_version = told.n - 1, agency_updated_at = told.at
from (select lead_id, count(*) as n, max(at) as at
      from (select lead_id, at, lead_state_told(to_state) as now_told,
                   lag(lead_state_told(to_state)) over (partition by lead_id order by ordinal) as told_before
            from lead_entry) each_step
      where told_before is null or told_before <> now_told
      group by lead_id) told
where told.lead_id = l.id;

create index lead_told on lead (agency, agency_updated_at, id);

create or replace function lead_state_since() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.state_since := new.submitted_at;
    elsif new.state is distinct from old.state then
        new.state_since := new.updated_at;
        if new.agency_version = old.agency_version and lead_state_told(new.state) <> lead_state_told(old.state) then
            new.agency_version := old.agency_version + 1;
            new.agency_updated_at := new.updated_at;
        end if;
    end if;
    return new;
end $$;
