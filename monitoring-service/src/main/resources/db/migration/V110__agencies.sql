-- Monitoring agencies as the city keeps them. Nobody is registered by a migration: an agency that was instructed before
-- has no contract on file, which instructions show as such.

create table agency (
    organisation text primary key,
    version int not null,
    bureau text not null,
    name text not null,
    uscc text,
    trusted boolean not null,
    trust_reasons text,
    trust_decided_at timestamptz,
    trust_decided_by text,
    registered_at timestamptz not null,
    registered_by text not null,
    updated_at timestamptz not null
);
create index agency_of_bureau on agency (bureau, organisation);

create table agency_contract (
    id uuid primary key,
    organisation text not null references agency (organisation),
    number text not null,
    nature text not null,
    means jsonb not null,
    valid_from date not null,
    valid_to date not null check (valid_to >= valid_from),
    scope jsonb not null,
    signed_on date not null,
    document_no text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    ended_on date check (ended_on between valid_from and valid_to),
    end_reasons text,
    ended_at timestamptz,
    ended_by text,
    check ((ended_on is null) = (end_reasons is null))
);
create index agency_contract_of on agency_contract (organisation, valid_from);

create table agency_staff (
    id uuid primary key,
    organisation text not null references agency (organisation),
    staff_no text not null,
    name text not null,
    role text not null check (role in ('COLLECTOR', 'REVIEWER', 'MANAGER')),
    trained_on date,
    works_from date not null,
    works_to date check (works_to >= works_from),
    recorded_at timestamptz not null,
    unique (organisation, staff_no)
);
