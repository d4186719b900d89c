-- Wishes that a piece of evidence be looked at again. No foreign key: its lock on the row of the evidence is what
-- these rows avoid. One that asks for a new look at the file stays until that look is done.
create table analysis_wish (
    id           uuid        primary key,
    evidence_id  uuid        not null,
    -- by whose evidence something became known; only this one is told
    organisation text        not null,
    anew         boolean     not null,
    wished_at    timestamptz not null,
    granted_at   timestamptz
);
create unique index analysis_wish_waits on analysis_wish (evidence_id, organisation, anew) where granted_at is null;
create index analysis_wish_granted on analysis_wish (evidence_id) where granted_at is not null;

-- What people found out about a piece of evidence, and what that rests on. Withdrawn ones stay.
create table evidence_outcome (
    id               uuid        primary key,
    evidence_id      uuid        not null references evidence (id),
    outcome          text        not null
        check (outcome in ('GENERATED', 'ALTERED', 'REUSED', 'AUTHENTIC_PHOTO', 'UNDETERMINED')),
    -- codes, comma between
    rests_on         text        not null,
    -- whether it rests on something else than the scores of this suite; only then it may calibrate them
    independent      boolean     not null,
    reasons          text        not null,
    organisation     text        not null,
    decided_by       text        not null,
    -- the same person in the tokens, so that nobody confirms alone what this leads to; of a filing the service that told
    decided_subject  text        not null,
    decided_at       timestamptz not null,
    -- filing in which the registry's officers found it; null for what was said at this service's own door
    filing_id        uuid,
    filing_revision  bigint      not null default 0,
    withdrawn_by     text,
    withdrawn_from   text,
    withdraw_reasons text,
    withdrawn_at     timestamptz,
    version          int         not null,
    check (num_nulls(withdrawn_by, withdrawn_from, withdraw_reasons, withdrawn_at) in (0, 4))
);
create index evidence_outcome_by_evidence on evidence_outcome (evidence_id, decided_at desc);
create unique index evidence_outcome_of_filing on evidence_outcome (evidence_id, filing_id)
    where filing_id is not null and withdrawn_at is null;
