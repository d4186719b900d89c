-- What the machine noticed about a lead, which files it names, earlier versions of its finding, what a review found
-- wrong, likely duplicates, sketches of texts, and sampling lots.

alter table lead
    add column flags jsonb not null default '{"list": []}',
    add column flagged boolean not null default false,
    add column uscc text,
    add column subject_key text not null default '',
    add column finding_version int not null default 1;
update lead set uscc = finding ->> 'uscc';
create index lead_of_subject on lead (bureau, uscc, id) where uscc is not null;
create index lead_sameness_of_bureau on lead (bureau, sameness, id);
drop index lead_sameness;

-- Which files a lead's finding names now, and with which hashes.
create table lead_evidence (
    lead_id uuid not null references lead (id),
    evidence_id uuid not null,
    bureau text not null,
    sha256 text not null,
    primary key (lead_id, evidence_id)
);
create index lead_evidence_of_file on lead_evidence (evidence_id);
create index lead_evidence_of_hash on lead_evidence (bureau, sha256, lead_id);
insert into lead_evidence (lead_id, evidence_id, bureau, sha256)
select l.id, cast(file ->> 'evidenceId' as uuid), l.bureau, lower(file ->> 'sha256')
from lead l, jsonb_array_elements(l.finding -> 'evidence') as file
where file ->> 'evidenceId' is not null and file ->> 'sha256' is not null
on conflict do nothing;

-- Findings as they were before a supplement. Never changed, never deleted.
create table lead_version (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    version_no int not null,
    finding jsonb not null,
    finding_sha256 text not null,
    flags jsonb not null,
    replaced_at timestamptz not null,
    replaced_by text not null,
    reasons text,
    unique (lead_id, version_no)
);

-- What quality reviews found wrong; ordinal is that of the review's line in the history.
create table lead_defect (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    ordinal int not null,
    place int not null,
    instruction_id uuid not null,
    agency text not null,
    code text not null,
    evidence boolean not null,
    pointer text,
    note text,
    at timestamptz not null
);
create index lead_defect_of_lead on lead_defect (lead_id, ordinal);
create index lead_defect_of_agency on lead_defect (agency, at);

-- Pairs that may say the same; lead_id came later than other_id. A person confirms or rejects; rejected pairs stay.
create table duplicate_proposal (
    lead_id uuid not null references lead (id),
    other_id uuid not null references lead (id),
    kind text not null check (kind in ('URL', 'PICTURE', 'TEXT')),
    score double precision not null,
    state text not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    proposed_at timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    reasons text,
    primary key (lead_id, other_id, kind),
    check ((state = 'PROPOSED') = (decided_at is null))
);
create index duplicate_proposal_of_other on duplicate_proposal (other_id);

create table text_sketch (
    id uuid primary key,
    sketch text not null
);
create table text_band (
    key bigint not null,
    id uuid not null,
    primary key (key, id)
);

alter table evidence_fact add column sm3 text, add column media_type text;

-- Pairs of files that show the same picture, as the detection service found; both ways round.
create table evidence_alike (
    evidence_id uuid not null,
    other_id uuid not null,
    primary key (evidence_id, other_id)
);
