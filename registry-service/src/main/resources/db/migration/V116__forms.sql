-- The official forms, whole: who entered a filing, and the other persons on a form.
alter table complaint add column handler_officer text;
alter table report    add column handler_officer text;

-- intake: the same matter of the same filer is told to the officer, never refused.
alter table submission add column fingerprint text;
create index submission_fingerprint on submission (fingerprint) where fingerprint is not null;
create index complaint_submission on complaint (submission_id);
create index report_submission on report (submission_id);

-- filer: agents (Art 11) and those who complain jointly (Art 12), sealed like the filer's own statement.
-- A joint complainant is a filer of its own; an agent is none.
create table filer_party (
    id               uuid        primary key,
    submission_id    uuid        not null,
    role             text        not null check (role in ('JOINT_COMPLAINANT', 'AGENT')),
    position         int         not null,
    filer_id         uuid        references filer (id),
    received_at      timestamptz not null,
    name_sealed      bytea       not null,
    id_type          text,
    id_number_sealed bytea,
    phone_sealed     bytea       not null,
    address_sealed   bytea,
    email_sealed     bytea,
    name_masked      text        not null,
    id_number_masked text,
    phone_masked     text        not null,
    unique (submission_id, role, position)
);
create index filer_party_filer on filer_party (filer_id, received_at) where filer_id is not null;

alter table filer_statement add column email_sealed bytea;
