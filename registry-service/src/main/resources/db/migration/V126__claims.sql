-- Who works on what. The running claim stands on the queue's line, so that one row lock decides who gets it; each
-- period of work is kept.
alter table queue_item
    add column claimed_by    text,
    add column claimed_name  text,
    add column claimed_since timestamptz,
    add column claim_version int not null default 0,
    add constraint queue_item_claim check ((claimed_by is null) = (claimed_name is null)
        and (claimed_by is null) = (claimed_since is null));
create index queue_item_unclaimed on queue_item (holder, due_on, filing_id) where open and claimed_by is null;
create index queue_item_mine on queue_item (claimed_by, due_on, filing_id) where open and claimed_by is not null;

create table claim_period (
    id           uuid        primary key,
    filing_id    uuid        not null,
    organisation text        not null,
    subject      text        not null,
    name         text        not null,
    since        timestamptz not null,
    until        timestamptz check (until >= since),
    ended_as     text        check (ended_as in ('RELEASED', 'REASSIGNED', 'LEFT_BUREAU', 'CLOSED')),
    ended_by     text,
    reasons      text,
    check ((until is null) = (ended_as is null))
);
-- Two officers never hold the same work.
create unique index claim_period_running on claim_period (filing_id) where until is null;
create index claim_period_filing on claim_period (filing_id, since);

-- Officers that have worked here, so that work can be handed to them by their user id.
create table officer (
    subject      text        primary key,
    name         text        not null,
    organisation text        not null,
    handles      boolean     not null,
    seen_at      timestamptz not null
);
create index officer_organisation on officer (organisation, name);

create table absence (
    id           uuid        primary key,
    organisation text        not null,
    subject      text        not null,
    name         text        not null,
    cover        text        not null check (cover <> subject),
    cover_name   text        not null,
    from_day     date        not null,
    to_day       date        not null check (to_day >= from_day),
    entered_by   text        not null,
    entered_at   timestamptz not null,
    withdrawn_at timestamptz,
    version      int         not null default 0
);
create index absence_subject on absence (subject, to_day) where withdrawn_at is null;
create index absence_cover on absence (cover, to_day) where withdrawn_at is null;
create index absence_organisation on absence (organisation, to_day) where withdrawn_at is null;
