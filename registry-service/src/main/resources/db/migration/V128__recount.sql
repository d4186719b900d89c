-- How far a clock has come is kept beside what was announced of it: a holiday notice may move a clock back, and what
-- was announced once is not announced again.
alter table clock_watch drop column next_on;
alter table clock_watch add column level smallint not null default 0 check (level in (0, 50, 80, 100));
alter table clock_watch add column next_on date generated always as (case
        when paused then null
        when least(level, told) < 50 then half_on
        when least(level, told) < 80 then nearly_on
        when least(level, told) < 100 then due_on + 1
    end) stored;
create index clock_watch_next on clock_watch (next_on) where next_on is not null;

-- A counting anew of all running clocks, and how far it has come.
create table recount (
    id           uuid        primary key,
    cause        text        not null check (cause in ('HOLIDAY_NOTICE', 'DAY')),
    cause_key    text        not null,
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    after_id     uuid        not null default '00000000-0000-0000-0000-000000000000',
    total        bigint      not null default 0,
    seen         bigint      not null default 0,
    corrected    bigint      not null default 0,
    moved        bigint      not null default 0,
    settled      bigint      not null default 0,
    failed       bigint      not null default 0,
    unique (cause, cause_key)
);
create index recount_waiting on recount (requested_at, id) where finished_at is null;

-- What a notice moved: kept as a report, so that it can be told to whoever relied on the earlier day.
create table clock_move (
    recount_id      uuid    not null references recount (id),
    filing_id       uuid    not null,
    limit_name      text    not null,
    kind            text    not null,
    registration_no text    not null,
    holder          text    not null,
    old_due_on      date    not null,
    new_due_on      date    not null,
    was_provisional boolean not null,
    is_provisional  boolean not null,
    primary key (recount_id, filing_id, limit_name)
);
create index clock_move_holder on clock_move (recount_id, holder, filing_id, limit_name);
