-- What people found about the evidence of a filing; a later row takes the place of the earlier, none is changed.
create table evidence_confirmation (
    filing_id            uuid        not null,
    evidence_id          uuid        not null,
    version              int         not null check (version > 0),
    kind                 text        not null,
    truth                text        not null check (truth in ('GENERATED', 'ALTERED', 'GENUINE', 'CANNOT_TELL')),
    rests_on             text        not null,
    reasons              text        not null,
    confirmed_by         text        not null,
    confirmed_by_subject text        not null,
    organisation         text        not null,
    confirmed_at         timestamptz not null,
    primary key (filing_id, evidence_id, version)
);
