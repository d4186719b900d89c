-- filer: which person a pseudonym stands for: the oldest filer of all that active merges join. All other tables keep the
-- filer under which something came in; so merge and unmerge rewrite this column and nothing else.
alter table filer add column person_id uuid references filer (id);
update filer set person_id = id;
alter table filer alter column person_id set not null;
create index filer_person on filer (person_id);

-- ledger: what criteria count. One row for each filer of a submission (a mixed filing counts once).
create table counted_filing (
    filer_id      uuid    not null references filer (id),
    received_on   date    not null,
    submission_id uuid    not null,
    filing_id     uuid    not null,
    -- The operator and its class of goods as they are compared.
    operator_key  bigint  not null,
    goods_class   text,
    -- Texts that are nearly the same, whoever wrote them.
    family_id     bigint,
    -- Units bought, in multiples of what one could use before they expire.
    use_ratio     numeric(10, 2),
    -- Whose filing is not counted, and why.
    set_aside     text    check (set_aside in ('WHISTLE_BLOWER', 'INSIDER', 'SAFETY_HARM')),
    primary key (filer_id, received_on, submission_id)
);
create index counted_filing_submission on counted_filing (submission_id);
create index counted_filing_family on counted_filing (family_id, received_on) where family_id is not null;
create index counted_filing_day on counted_filing (received_on);

-- Dated facts about a filer; what turns out to be wrong is revoked, never deleted.
create table filer_mark (
    id            uuid        primary key,
    filer_id      uuid        not null references filer (id),
    kind          text        not null,
    on_day        date        not null,
    submission_id uuid,
    filing_id     uuid,
    -- What it was learnt from: a step, a finding about evidence, a document; each gives one mark.
    source        text        not null,
    basis         text        not null,
    entered_by    text        not null,
    entered_at    timestamptz not null,
    revoked_at    timestamptz,
    revoked_by    text,
    reasons       text,
    unique (kind, source)
);
create index filer_mark_filer on filer_mark (filer_id, on_day);

-- listing: one open candidate per person, with all that was found.
alter table candidate add column grounds jsonb;
update candidate set grounds = jsonb_build_object('list', jsonb_build_array(jsonb_build_object('criterion', criterion, 'version', criterion_version,
    'level', 'REVIEW', 'inputs', inputs::jsonb, 'explanation', explanation, 'status', 'ASSUMPTION')));
alter table candidate
    alter column grounds set not null,
    alter column filing_id drop not null,
    drop column criterion, drop column criterion_version, drop column inputs, drop column explanation;
create unique index candidate_open_person on candidate (filer_id) where state in ('CANDIDATE', 'UNDER_REVIEW');
create index candidate_filer on candidate (filer_id);
