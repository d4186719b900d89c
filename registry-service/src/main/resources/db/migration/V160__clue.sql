-- What monitoring saw in a lead and referred: a clue for a person to take up, or the draft of a transfer to the police.
-- It is linked to a filer or a filing only by a person, counts in no criterion, and tells monitoring its number and state.
create table clue (
    id uuid primary key,
    version int not null,
    clue_no text not null unique,
    kind text not null check (kind in ('CLUE', 'TRANSFER_DRAFT')),
    state text not null check (state in ('OPEN', 'DRAFT', 'TAKEN_UP', 'DISMISSED')),
    referral_id uuid not null unique,
    lead_id uuid not null,
    lead_no text not null,
    conduct text not null,
    organisation text not null,
    amount numeric(18, 2),
    evidence jsonb not null,
    opened_at timestamptz not null,
    filer_id uuid,
    filing_id uuid,
    reasons text,
    decided_at timestamptz,
    decided_by text,
    decided_by_subject text,
    check ((state in ('TAKEN_UP', 'DISMISSED')) = (decided_at is not null))
);
create index clue_of_organisation on clue (organisation, state, id);
create index clue_by_state on clue (state, id);
