-- Banks of pictures that evidence is compared with: what people confirmed as generated, stock pictures, a
-- merchant's own photographs, and pictures that so many share that they say nothing.
create table bank_entry (
    id               uuid        primary key,
    bank             text        not null check (bank in ('KNOWN_AI', 'STOCK', 'MERCHANT_PHOTOS', 'COMMON')),
    state            text        not null
                                 check (state in ('PROPOSED', 'ACTIVE', 'QUARANTINED', 'REVOKED', 'RELEASED')),
    organisation     text        not null,
    -- where the picture is a piece of evidence; then no copy of it is kept here
    evidence_id      uuid        references evidence (id),
    sha256           text        not null,
    -- seen by who keeps the entry, and by nobody else
    note             text        not null,
    source           text        not null,
    rests_on         text,
    grounds          text        not null,
    proposed_by      text        not null,
    proposed_subject text        not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    -- from then on so many matches are no surprise for a while
    released_at      timestamptz,
    -- null until all earlier evidence has been searched for it
    searched_at      timestamptz,
    version          int         not null,
    check (bank <> 'KNOWN_AI' or rests_on is not null)
);
create index bank_entry_by_organisation on bank_entry (organisation, id);
create index bank_entry_unsearched on bank_entry (id) where searched_at is null;
-- A file stands once in a bank, of merchants' photographs once for each of them; whoever comes second gets the
-- entry that is there.
create unique index bank_entry_once
    on bank_entry (bank, (case when bank = 'MERCHANT_PHOTOS' then organisation else '' end), sha256)
    where state in ('PROPOSED', 'ACTIVE', 'QUARANTINED');

-- What people and the machine did with an entry, in order.
create table bank_entry_act (
    entry_id     uuid        not null references bank_entry (id),
    position     int         not null,
    act          text        not null,
    by_name      text        not null,
    organisation text        not null,
    reasons      text        not null,
    at           timestamptz not null,
    primary key (entry_id, position)
);

-- What the search keeps of an entry, in one order that all replicas read alike: rows are inserted under an
-- advisory lock, so a row with a higher number was committed later.
create table bank_print (
    seq      bigint generated always as identity primary key,
    entry_id uuid  not null unique references bank_entry (id),
    sha256   text  not null,
    -- null for a picture that is too plain; the very same file is found nevertheless
    print    bytea,
    gist     bytea,
    -- a small copy without metadata, for those who decide; null where the picture is a piece of evidence
    copy     bytea
);
create index bank_print_by_content on bank_print (sha256);

-- Evidence that shows the picture of an entry. Kept whatever becomes of the entry; what weighs is decided by the
-- entry's state at the time of reading. No foreign key on evidence: workers would wait for each other in a circle.
create table bank_match (
    entry_id    uuid             not null references bank_entry (id),
    evidence_id uuid             not null,
    kind        text             not null,
    distance    int              not null,
    agreement   double precision not null,
    found_at    timestamptz      not null,
    -- the entry has changed since this evidence was weighed
    to_tell     boolean          not null,
    primary key (entry_id, evidence_id)
);
create index bank_match_by_evidence on bank_match (evidence_id);
create index bank_match_to_tell on bank_match (entry_id, evidence_id) where to_tell;
create index bank_match_by_time on bank_match (found_at);

-- When a pair was found, so that a sudden crowd is seen. Old pairs count as long known.
alter table picture_match add column found_at timestamptz not null default '2000-01-01';
alter table picture_match alter column found_at set default now();
create index picture_match_by_time on picture_match (found_at);
