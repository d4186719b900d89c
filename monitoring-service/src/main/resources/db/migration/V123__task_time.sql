-- Who works on a lead, since when; and whose time ran at which task of a lead. A row is written with the step that
-- starts the clock and ended with the step that stops it or hands it on; it stays, so that lateness can be counted.
alter table lead add column taken_over boolean not null default false;
alter table lead add column holder text
    generated always as (case when taken_over then bureau else district_organisation end) stored;
alter table lead add column held_since timestamptz;
update lead l
set held_since = (select max(e.at) from lead_entry e where e.lead_id = l.id and e.step = 'ASSIGN')
where district_organisation is not null;
create index lead_of_holder on lead (holder, state);

create table task_time (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    instruction_id uuid not null,
    bureau text not null,
    agency text not null,
    task text not null,
    holder text not null,
    started_on date not null,
    due_on date not null,
    ended_on date,
    started_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    check ((ended_on is null) = (ended_at is null))
);
create unique index task_time_open on task_time (lead_id, task) where ended_on is null;
create index task_time_of_holder on task_time (bureau, holder, task, started_on);
create index task_time_of_agency on task_time (bureau, agency, started_on);
create index task_time_of_lead on task_time (lead_id, started_at);
