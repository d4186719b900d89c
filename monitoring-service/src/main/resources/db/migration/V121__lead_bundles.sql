-- Findings that come in together with their files. Nothing of a bundle is kept before all of it was looked through.
create table lead_bundle (
    id             uuid        primary key,
    version        int         not null,
    state          text        not null check (state in ('RECEIVING', 'CHECKED', 'DELIVERED', 'CANCELLED')),
    instruction_id uuid        not null references instruction (id),
    agency         text        not null,
    file_name      text        not null,
    sha256         text        not null,
    bytes          bigint      not null,
    findings       int         not null,
    -- The findings as the manifest has them, with numbers for their files; until they are entered.
    manifest       jsonb,
    -- What is wrong with findings as they stand, the first of them; their files are handed over all the same.
    faults         jsonb       not null,
    import_id      uuid,
    created_at     timestamptz not null,
    ended_at       timestamptz
);
-- The same bundle is taken once, unless it was given up.
create unique index lead_bundle_once on lead_bundle (agency, instruction_id, sha256) where state <> 'CANCELLED';
create index lead_bundle_open on lead_bundle (agency, created_at) where state in ('RECEIVING', 'CHECKED');

create table lead_bundle_file (
    bundle_id   uuid   not null references lead_bundle (id) on delete cascade,
    file_no     int    not null,
    name        text   not null,
    url         text,
    captured_at timestamptz,
    sha256      text   not null,
    sm3         text   not null,
    bytes       bigint not null,
    state       text   not null check (state in ('WAITING', 'DELIVERED', 'REFUSED')),
    evidence_id uuid,
    refusal     text,
    primary key (bundle_id, file_no),
    check ((state = 'DELIVERED') = (evidence_id is not null)),
    check ((state = 'REFUSED') = (refusal is not null))
);
create index lead_bundle_file_waiting on lead_bundle_file (bundle_id, file_no) where state = 'WAITING';

-- The bytes of a file until it is evidence.
create table lead_bundle_piece (
    bundle_id uuid  not null,
    file_no   int   not null,
    seq       int   not null,
    content   bytea not null,
    primary key (bundle_id, file_no, seq),
    foreign key (bundle_id, file_no) references lead_bundle_file (bundle_id, file_no) on delete cascade
);
alter table lead_bundle_piece alter column content set storage external;
