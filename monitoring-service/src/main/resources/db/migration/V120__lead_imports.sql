-- Findings that come in by files.
create table lead_import (
    id             uuid        primary key,
    version        int         not null,
    state          text        not null check (state in ('UPLOADED', 'PREVIEWED', 'COMMITTING', 'COMMITTED', 'FAILED', 'CANCELLED')),
    instruction_id uuid        not null references instruction (id),
    agency         text        not null,
    file_name      text        not null,
    sender         jsonb       not null,
    header         jsonb       not null,
    -- The bundle that its findings came with; a bundle is entered once.
    bundle_id      uuid        unique,
    failure        text,
    created_at     timestamptz not null,
    ended_at       timestamptz,
    -- Who works at it and until when; a worker that died is replaced after that time. No part of the version.
    worker         uuid,
    worker_until   timestamptz
);
create index lead_import_work on lead_import (created_at) where state in ('UPLOADED', 'COMMITTING');
create index lead_import_ended on lead_import (ended_at) where ended_at is not null;
create index lead_import_of_agency on lead_import (agency, created_at);

-- The file as it came, in pieces, until it is read.
create table lead_import_piece (
    import_id uuid  not null references lead_import (id) on delete cascade,
    seq       int   not null,
    content   bytea not null,
    primary key (import_id, seq)
);
alter table lead_import_piece alter column content set storage external;

-- Rows as they were read. What an entered row says stands in its lead and is gone here.
create table lead_import_row (
    import_id  uuid  not null references lead_import (id) on delete cascade,
    row_no     int   not null,
    state      text  not null check (state in ('GOOD', 'BAD', 'ENTERED', 'REPEATED')),
    finding_no text,
    content    jsonb,
    errors     jsonb not null,
    lead_id    uuid  references lead (id),
    primary key (import_id, row_no),
    check ((state in ('ENTERED', 'REPEATED')) = (lead_id is not null)),
    check ((state = 'ENTERED') = (content is null))
);
create index lead_import_row_state on lead_import_row (import_id, state, row_no);
