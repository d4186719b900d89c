-- Evidence: one row per upload. The bytes lie in the content store under their SHA-256 and are kept once.
create table evidence (
    id                uuid        primary key,
    organisation      text        not null,
    uploaded_by       text        not null,
    sha256            text        not null,
    sm3               text        not null,
    size_bytes        bigint      not null check (size_bytes > 0),
    media_kind        text        not null,
    width             int         not null,
    height            int         not null,
    received_at       timestamptz not null,
    updated_at        timestamptz not null,
    state             text        not null check (state in ('RECEIVED', 'ANALYZING', 'ANALYZED')),
    version           int         not null,
    -- the analysis is a durable job on the row itself: whoever holds an unexpired lease works on it
    attempts          int         not null default 0,
    lease_token       uuid,
    lease_until       timestamptz,
    -- later uploads may change what is known about earlier evidence: wanted > done means "fuse again"
    revisits_wanted   int         not null default 0,
    revisits_done     int         not null default 0
);
create index evidence_by_organisation on evidence (organisation, updated_at, id);
create index evidence_by_content on evidence (sha256);
create index evidence_open_work on evidence (received_at)
    where state <> 'ANALYZED' or revisits_wanted > revisits_done;

-- Who held, saw, examined or took a copy of the evidence; each entry seals the one before it (SM3).
create table custody_entry (
    evidence_id   uuid        not null references evidence (id),
    seq           int         not null,
    act           text        not null check (act in ('RECEIVED', 'VIEWED', 'ANALYZED', 'EXPORTED')),
    actor         text        not null,
    organisation  text        not null,
    purpose       text        not null,
    at            timestamptz not null,
    detail        text        not null,
    previous_seal text        not null,
    seal          text        not null,
    primary key (evidence_id, seq)
);

-- What filings and leads say about evidence. A row takes effect when its naming organisation owns the
-- evidence, so it may arrive before the evidence does. The newest event of a source wins.
create table evidence_naming (
    source_id             uuid   not null,
    evidence_id           uuid   not null,
    source_kind           text   not null check (source_kind in ('FILING', 'LEAD')),
    naming_organisation   text   not null,
    handling_organisation text,
    revision              bigint not null,
    primary key (source_id, evidence_id)
);
create index evidence_naming_by_evidence on evidence_naming (evidence_id);
