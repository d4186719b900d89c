-- Tables of the registry, by room.

-- intake -------------------------------------------------------------------------------------------------------------
create table submission (
    id           uuid        primary key,
    kind         text        not null check (kind in ('COMPLAINT', 'REPORT', 'MIXED')),
    channel      text        not null,
    external_no  text,
    organisation text        not null,
    received_at  timestamptz not null,
    entered_at   timestamptz not null,
    entered_by   text        not null
);
-- A filing does not enter twice under the number that its channel gave it.
create unique index submission_origin on submission (organisation, channel, external_no) where external_no is not null;

-- filer: identities lie here and nowhere else -----------------------------------------------------------------------
create table filer (
    id         uuid        primary key,
    created_at timestamptz not null
);
-- Keyed hashes under which a person is found again; each belongs to one person.
create table filer_key (
    kind     text  not null check (kind in ('ID', 'PHONE')),
    key      bytea not null,
    filer_id uuid  not null references filer (id),
    primary key (kind, key)
);
create index filer_key_filer on filer_key (filer_id);
create table filer_statement (
    submission_id    uuid        primary key,
    filer_id         uuid        not null references filer (id),
    received_at      timestamptz not null,
    name_sealed      bytea       not null,
    id_type          text,
    id_number_sealed bytea,
    phone_sealed     bytea       not null,
    address_sealed   bytea,
    name_masked      text        not null,
    id_number_masked text,
    phone_masked     text        not null
);
create index filer_statement_filer on filer_statement (filer_id, received_at);

-- complaint, report --------------------------------------------------------------------------------------------------
create table complaint (
    id                       uuid        primary key,
    version                  int         not null,
    submission_id            uuid        not null,
    linked_filing_id         uuid,
    filer_id                 uuid,
    registration_no          text        not null unique,
    channel                  text        not null,
    external_no              text,
    registering_agency       text        not null,
    registering_organisation text        not null,
    received_at              timestamptz not null,
    state                    text        not null,
    holder                   text        not null,
    district_code            text        not null,
    place_rule               text        not null,
    place_basis              text        not null,
    place_zh                 text        not null,
    content                  jsonb       not null,
    clocks                   jsonb       not null,
    remedies                 text
);

create table report (
    id                       uuid        primary key,
    version                  int         not null,
    submission_id            uuid        not null,
    linked_filing_id         uuid,
    filer_id                 uuid,
    registration_no          text        not null unique,
    channel                  text        not null,
    external_no              text,
    registering_agency       text        not null,
    registering_organisation text        not null,
    received_at              timestamptz not null,
    state                    text        not null,
    holder                   text        not null,
    district_code            text        not null,
    place_rule               text        not null,
    place_basis              text        not null,
    place_zh                 text        not null,
    content                  jsonb       not null,
    clocks                   jsonb       not null
);

-- procedure: the log of steps ----------------------------------------------------------------------------------------
create table step_taken (
    id           uuid        primary key,
    object_id    uuid        not null,
    step         text        not null,
    from_state   text        not null,
    to_state     text        not null,
    by_name      text        not null,
    by_subject   text        not null,
    organisation text        not null,
    at           timestamptz not null,
    ground       text,
    factors      text,
    reasons      text,
    article      text        not null
);
create index step_taken_object on step_taken (object_id, at);

-- evidence -----------------------------------------------------------------------------------------------------------
create table evidence_indication (
    evidence_id   uuid        primary key,
    organisation  text        not null,
    revision      bigint      not null,
    band          text        not null,
    label_verdict text        not null,
    signals       jsonb       not null,
    reuse_count   int         not null,
    analyzed_at   timestamptz not null
);

-- queue --------------------------------------------------------------------------------------------------------------
create table queue_item (
    filing_id                uuid        primary key,
    kind                     text        not null,
    state                    text        not null,
    open                     boolean     not null,
    holder                   text        not null,
    registering_agency       text        not null,
    registering_organisation text        not null,
    district_code            text        not null,
    registration_no          text        not null,
    filer_id                 uuid,
    filer_name               text,
    respondent_name          text        not null,
    received_on              date        not null,
    due_on                   date        not null,
    due_provisional          boolean     not null,
    due_basis                text,
    evidence_ids             jsonb       not null,
    updated_at               timestamptz not null
);
-- A district's desk, the city's view of all desks, the same by state, and who handles a filer.
create index queue_item_desk on queue_item (holder, due_on, filing_id) where open;
create index queue_item_city on queue_item (due_on, filing_id) where open;
create index queue_item_desk_state on queue_item (holder, state, due_on, filing_id);
create index queue_item_city_state on queue_item (state, due_on, filing_id);
create index queue_item_filer on queue_item (filer_id, holder) where filer_id is not null;
create table queue_hint (
    filer_id    uuid        not null,
    criterion   text        not null,
    version     int         not null,
    level       text        not null check (level in ('WATCH', 'REVIEW')),
    explanation text        not null,
    updated_at  timestamptz not null,
    primary key (filer_id, criterion)
);

-- criteria -----------------------------------------------------------------------------------------------------------
create table criterion_version (
    code         text        not null,
    version      int         not null,
    row_version  int         not null,
    metric       text        not null,
    window_days  int         not null check (window_days > 0),
    watch        int         not null check (watch > 0),
    review       int         not null check (review >= watch),
    basis        text        not null,
    status       text        not null check (status in ('LAW', 'ORDER', 'ASSUMPTION')),
    valid_from   date        not null,
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    activated_by text        check (activated_by <> proposed_by),
    activated_at timestamptz,
    primary key (code, version)
);
-- No published text sets a number: 10 a year is the cut of a Shanghai study, 30 this product's default.
insert into criterion_version (code, version, row_version, metric, window_days, watch, review, basis, status,
    valid_from, proposed_by, proposed_at, activated_by, activated_at)
values ('FREQ_12M', 1, 1, 'SUBMISSIONS_OF_FILER', 365, 10, 30,
    '第121号令第十七条第二项；上海2023年统计口径（年10件以上）', 'ASSUMPTION',
    '2026-04-15', 'migration V100', '2026-04-15T00:00:00+08:00', 'release', '2026-04-15T00:00:00+08:00');

create table criterion_hit (
    id            uuid        primary key,
    code          text        not null,
    version       int         not null,
    filer_id      uuid        not null,
    submission_id uuid        not null,
    filing_id     uuid        not null,
    level         text        not null,
    inputs        jsonb       not null,
    explanation   text        not null,
    evaluated_at  timestamptz not null,
    unique (code, version, filer_id, submission_id),
    foreign key (code, version) references criterion_version (code, version)
);

-- listing ------------------------------------------------------------------------------------------------------------
create table candidate (
    id                uuid        primary key,
    version           int         not null,
    filer_id          uuid        not null,
    filing_id         uuid        not null,
    organisation      text        not null,
    criterion         text        not null,
    criterion_version int         not null,
    inputs            text        not null,
    explanation       text        not null,
    proposed_at       timestamptz not null,
    state             text        not null,
    clocks            jsonb       not null
);
create unique index candidate_open on candidate (filer_id, criterion) where state in ('CANDIDATE', 'UNDER_REVIEW');
create index candidate_organisation on candidate (organisation, id);
