-- Filings that come in by files.
create table import_job (
    id           uuid        primary key,
    version      int         not null,
    state        text        not null check (state in ('PARSING', 'PREVIEW', 'COMMITTING', 'DONE', 'FAILED', 'CANCELLED')),
    organisation text        not null,
    file_name    text        not null,
    sender       jsonb       not null,
    header       jsonb       not null,
    failure      text,
    created_at   timestamptz not null,
    ended_at     timestamptz,
    -- Who works at it and until when; a worker that died is replaced after that time. No part of the version.
    worker       uuid,
    worker_until timestamptz
);
create index import_job_work on import_job (created_at) where state in ('PARSING', 'COMMITTING');
create index import_job_ended on import_job (ended_at) where ended_at is not null;

-- The file as it came, in sealed pieces, until it is read.
create table import_piece (
    import_id uuid  not null references import_job (id) on delete cascade,
    seq       int   not null,
    sealed    bytea not null,
    primary key (import_id, seq)
);

-- Rows as they were read. What they say is sealed; that of an entered row is gone.
create table import_row (
    import_id     uuid  not null references import_job (id) on delete cascade,
    row_no        int   not null,
    state         text  not null check (state in ('GOOD', 'BAD', 'REGISTERED')),
    sealed        bytea,
    errors        jsonb not null,
    submission_id uuid,
    primary key (import_id, row_no),
    check ((state = 'REGISTERED') = (submission_id is not null)),
    check ((state = 'REGISTERED') = (sealed is null))
);
create index import_row_state on import_row (import_id, state, row_no);
