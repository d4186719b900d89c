-- listing: what was handled under a listing that was taken back is looked at again.
create table recheck (
    id              uuid        primary key,
    version         int         not null,
    entry_id        uuid        not null references abnormal_filer_entry (id),
    filing_id       uuid        not null,
    kind            text        not null,
    registration_no text        not null,
    -- The bureau that has the filing; it looks again.
    holder          text        not null,
    cause           text        not null check (cause in ('REVOKED', 'PERSON_DIVIDED')),
    -- How many steps people took meanwhile, and on which days.
    acts            int         not null,
    first_act_on    date        not null,
    last_act_on     date        not null,
    opened_at       timestamptz not null,
    result          text        check (result in ('UNAFFECTED', 'CORRECTED')),
    reasons         text,
    decided_by      text,
    decided_at      timestamptz,
    unique (entry_id, filing_id, cause)
);
create index recheck_open on recheck (holder, id) where result is null;
create index recheck_filing on recheck (filing_id);
