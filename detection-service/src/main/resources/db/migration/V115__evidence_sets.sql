-- Several pieces of one claim or filing in the order in which their owner shows them. A set opens nothing: each
-- member is seen by who may see it anyway.
create table evidence_set (
    id           uuid        primary key,
    organisation text        not null,
    created_by   text        not null,
    subject_kind text        not null check (subject_kind in ('FILING', 'CLAIM')),
    reference    text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      int         not null,
    unique (organisation, subject_kind, reference)
);

create table evidence_set_member (
    set_id      uuid not null references evidence_set (id),
    position    int  not null check (position > 0),
    evidence_id uuid not null references evidence (id),
    primary key (set_id, position),
    unique (set_id, evidence_id)
);
create index evidence_set_member_by_evidence on evidence_set_member (evidence_id);
