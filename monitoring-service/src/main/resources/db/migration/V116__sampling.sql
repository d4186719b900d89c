-- Leads of a trusted agency that are reviewed by a sample.
create table sampling_lot (
    id uuid primary key,
    version int not null,
    instruction_id uuid not null references instruction (id),
    bureau text not null,
    agency text not null,
    state text not null check (state in ('OPEN', 'ACCEPTED', 'FULL_REVIEW')),
    plan text not null,
    size int not null,
    sample_size int not null,
    acceptance_number int not null,
    seed bigint not null,
    opened_at timestamptz not null,
    opened_by text not null,
    decided_at timestamptz,
    decided_by text,
    defects int,
    reasons text,
    check ((state = 'OPEN') = (decided_at is null))
);
create index sampling_lot_of_instruction on sampling_lot (instruction_id, opened_at, id);

-- A lead is in one lot at most: what fell back to full review is never sampled again.
create table sampling_lot_lead (
    lead_id uuid primary key references lead (id),
    lot_id uuid not null references sampling_lot (id),
    drawn boolean not null
);
create index sampling_lot_lead_of_lot on sampling_lot_lead (lot_id, lead_id);
