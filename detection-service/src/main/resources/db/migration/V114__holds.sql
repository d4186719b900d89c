-- Who wants a piece of evidence kept whatever its term says. The row of the evidence counts the open ones.
create table evidence_hold (
    id              uuid        primary key,
    evidence_id     uuid        not null references evidence (id),
    organisation    text        not null,
    placed_by       text        not null,
    reasons         text        not null,
    placed_at       timestamptz not null,
    released_by     text,
    released_from   text,
    release_reasons text,
    released_at     timestamptz,
    version         int         not null,
    check (num_nulls(released_by, released_from, release_reasons, released_at) in (0, 4))
);
create index evidence_hold_by_evidence on evidence_hold (evidence_id, placed_at desc);
