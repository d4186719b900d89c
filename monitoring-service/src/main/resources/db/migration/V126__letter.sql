-- Letters that ask a platform for assistance with a lead.
create table letter (
    id uuid primary key,
    version int not null,
    lead_id uuid not null references lead (id),
    lead_no text not null,
    lead_bureau text not null,
    bureau text not null,
    platform text not null,
    letter_no text unique,
    state text not null check (state in ('DRAFTED', 'ISSUED', 'ACKNOWLEDGED', 'ANSWERED', 'WITHDRAWN')),
    title text not null,
    text text not null,
    drafted_at timestamptz not null,
    drafted_by text not null,
    issued_at timestamptz,
    issued_by text,
    acknowledged_at timestamptz,
    answered_at timestamptz,
    answered_by text,
    answer text,
    answer_evidence jsonb not null,
    late boolean not null,
    reminders jsonb not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reasons text,
    clocks jsonb not null,
    due_on date,
    updated_at timestamptz not null,
    check ((issued_at is null) = (letter_no is null)),
    check (issued_by <> drafted_by)
);
create index letter_of_lead on letter (lead_id, id);
create index letter_of_bureau on letter (bureau, id);
create index letter_of_platform on letter (platform, id);
create index letter_waiting on letter (due_on) where state in ('ISSUED', 'ACKNOWLEDGED');
