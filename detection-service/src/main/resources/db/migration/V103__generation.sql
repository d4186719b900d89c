-- Requests to generators as providers showed them. No words and no names: what was asked for and who asked
-- are keyed hashes, and what is left is what the rule made of it.
create table generation_request (
    id                        uuid        primary key,
    organisation              text        not null,
    request_no                text        not null,
    prompt_hash               text        not null,
    account_hash              text        not null,
    reference_sha256          text,
    reference_perceptual_hash text,
    risk                      text        not null check (risk in ('NONE', 'LOW', 'MEDIUM', 'HIGH')),
    evasions                  text        not null,
    rule_version              text        not null,
    received_at               timestamptz not null,
    -- the legal day, for figures
    day                       date        not null,
    unique (organisation, request_no)
);
create index generation_request_by_day on generation_request (day);

-- The categories that applied, each with its own risk.
create table generation_category (
    request_id uuid not null references generation_request (id) on delete cascade,
    category   text not null,
    risk       text not null check (risk in ('LOW', 'MEDIUM', 'HIGH')),
    primary key (request_id, category)
);
