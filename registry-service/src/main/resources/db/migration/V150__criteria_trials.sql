-- trial: versions of criteria tried on what has happened.
create table criteria_trial (
    id           uuid        primary key,
    kind         text        not null check (kind in ('SHADOW', 'BACK_TEST')),
    code         text        not null,
    version      int         not null,
    from_day     date        not null,
    to_day       date        not null check (to_day >= from_day),
    requested_by text        not null,
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    -- The last person that was looked at, and how many of how many.
    after_person uuid        not null default '00000000-0000-0000-0000-000000000000',
    total        bigint      not null default 0,
    persons      bigint      not null default 0,
    filings      bigint      not null default 0,
    result       jsonb,
    foreign key (code, version) references criterion_version (code, version)
);
create index criteria_trial_waiting on criteria_trial (requested_at) where finished_at is null;
create index criteria_trial_version on criteria_trial (code, version);

create table trial_proposal (
    trial_id    uuid not null references criteria_trial (id),
    person_id   uuid not null,
    rules       text not null check (rules in ('IN_FORCE', 'TRIED')),
    proposed_on date not null,
    criteria    text not null,
    upheld      int  not null,
    primary key (trial_id, rules, person_id)
);
