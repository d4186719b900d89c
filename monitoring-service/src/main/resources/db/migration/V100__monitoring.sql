-- Monitoring loop: instructions, commissions (an agency's part of an instruction), leads, assignments, disposals and
-- what the detection service said about evidence. Every table names the organisation that narrows its queries.

create table instruction (
    id uuid primary key,
    version int not null,
    instruction_no text not null unique,
    bureau text not null,
    state text not null check (state in ('ISSUED', 'CLOSED')),
    scope text not null,
    terms jsonb not null,
    period_from date not null,
    period_to date not null check (period_to >= period_from),
    deadline date not null check (deadline >= period_to),
    issued_at timestamptz not null,
    issued_by text not null,
    closed_at timestamptz,
    closed_by text,
    closing_reasons text,
    updated_at timestamptz not null,
    check ((state = 'CLOSED') = (closed_at is not null))
);
create index instruction_feed on instruction (bureau, updated_at, id);
create index instruction_due on instruction (deadline) where state = 'ISSUED';

create table commission (
    id uuid primary key,
    version int not null,
    instruction_id uuid not null references instruction (id),
    agency text not null,
    state text not null check (state in ('ISSUED', 'ACKNOWLEDGED', 'DECLINED', 'RESULT_SUBMITTED', 'CLOSED')),
    clocks jsonb not null,
    answered_at timestamptz,
    answered_by text,
    answer_reasons text,
    updated_at timestamptz not null,
    unique (instruction_id, agency)
);
create index commission_feed on commission (agency, updated_at, id);

create table lead (
    id uuid primary key,
    version int not null,
    steps int not null,
    lead_no text not null unique,
    instruction_id uuid not null references instruction (id),
    instruction_no text not null,
    bureau text not null,
    agency text not null,
    finding_no text not null,
    finding jsonb not null,
    finding_sha256 text not null,
    normal_url text not null,
    sameness text not null,
    state text not null,
    overdue boolean not null,
    outside_scope boolean not null,
    duplicate_of uuid references lead (id),
    district_organisation text,
    district_code text,
    disposal_code text,
    clocks jsonb not null,
    due_on date,
    submitted_at timestamptz not null,
    updated_at timestamptz not null,
    unique (agency, finding_no)
);
create index lead_queue on lead (coalesce(due_on, date '9999-12-31'), id);
create index lead_feed on lead (updated_at, id);
create index lead_of_district on lead (district_organisation, coalesce(due_on, date '9999-12-31'), id);
create index lead_of_agency on lead (agency, coalesce(due_on, date '9999-12-31'), id);
create index lead_of_instruction on lead (instruction_id, state);
create index lead_sameness on lead (sameness);

-- What people did with a lead, in order. Never changed, never deleted.
create table lead_entry (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    ordinal int not null,
    step text not null,
    to_state text not null,
    at timestamptz not null,
    by_subject text not null,
    by_name text not null,
    organisation text not null,
    ground text,
    reasons text,
    unique (lead_id, ordinal)
);

create table assignment (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    lead_no text not null,
    district_organisation text not null,
    district_code text not null,
    place_rule text,
    proposed_district_code text,
    reasons text,
    assigned_at timestamptz not null,
    assigned_by text not null,
    received_at timestamptz,
    received_by text,
    return_requested_at timestamptz,
    return_requested_by text,
    return_reasons text
);
create index assignment_of_lead on assignment (lead_id, assigned_at, id);
create index assignment_of_district on assignment (district_organisation, assigned_at, id);
-- One return per district and lead.
create unique index assignment_one_return on assignment (lead_id, district_organisation)
    where return_requested_at is not null;

create table disposal (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    round int not null,
    district_organisation text not null,
    code text not null,
    reasons text not null,
    document_no text,
    decided_at timestamptz not null,
    decided_by text not null,
    feedback text,
    fed_back_at timestamptz,
    fed_back_by text,
    check_result text,
    check_reasons text,
    checked_at timestamptz,
    checked_by text,
    unique (lead_id, round)
);

create table evidence_fact (
    evidence_id uuid primary key,
    organisation text not null,
    sha256 text,
    received_revision bigint not null,
    band text,
    label_verdict text,
    signals jsonb not null,
    reuse_count int not null,
    analyzed_at timestamptz,
    analyzed_revision bigint not null
);
