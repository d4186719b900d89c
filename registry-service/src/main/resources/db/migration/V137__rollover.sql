-- The nightly roll-over of the criteria: how far each day's has come, so that whatever dies, the next one goes on.
create table rollover (
    day          date        primary key,
    requested_at timestamptz not null,
    after_person uuid        not null default '00000000-0000-0000-0000-000000000000',
    swept_at     timestamptz,
    finished_at  timestamptz,
    persons      bigint      not null default 0,
    judged       bigint      not null default 0,
    made_up      bigint      not null default 0
);
