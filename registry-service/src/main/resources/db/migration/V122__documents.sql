-- Notices of the two procedures. No name, phone or address of a filer is in here.
create table document (
    id                uuid        primary key,
    version           int         not null,
    kind              text        not null,
    addressee         text        not null check (addressee in ('COMPLAINANT', 'RESPONDENT', 'REPORTER')),
    template_version  int         not null,
    document_no       text        not null unique,
    organisation      text        not null,
    filing_id         uuid        not null,
    filing_kind       text        not null,
    registration_no   text        not null,
    issued_on         date        not null,
    issued_at         timestamptz not null,
    issued_by         text        not null,
    due               date,
    facts             jsonb       not null,
    parties           jsonb       not null,
    occasion          text        not null,
    replaces          uuid        references document (id),
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    withdrawal_reason text,
    check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create index document_filing on document (filing_id, issued_at);
-- One step makes one notice, however often it is tried.
create unique index document_occasion on document (filing_id, kind, addressee, occasion) where withdrawn_at is null;

-- What a version of a text said when it was first used; it must never say anything else.
create table document_template (
    kind          text        not null,
    addressee     text        not null,
    version       int         not null,
    sm3           text        not null,
    first_used_at timestamptz not null,
    primary key (kind, addressee, version)
);

-- Hashes of the file that was first handed out in each format.
create table document_rendition (
    document_id uuid        not null references document (id),
    format      text        not null check (format in ('PDF', 'DOCX')),
    text_sm3    text        not null,
    sm3         text        not null,
    sha256      text        not null,
    font        text        not null,
    rendered_at timestamptz not null,
    rendered_by text        not null,
    primary key (document_id, format)
);

-- Service of notices; the newest entry holds, the ones before it are its history.
create table document_service (
    id                uuid        primary key,
    document_id       uuid        not null references document (id),
    seq               int         not null,
    method            text        not null,
    basis             text        not null,
    served_on         date        not null,
    recipient         text        not null,
    proof             text,
    evidence_id       uuid,
    correction_reason text,
    recorded_by       text        not null,
    recorded_at       timestamptz not null,
    unique (document_id, seq),
    check (proof is not null or evidence_id is not null),
    check ((seq = 1) = (correction_reason is null))
);
