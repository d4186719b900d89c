-- What a lead shows beside a violation of its subject, as told to the registry, and what that made of it.
create table referral (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    lead_no text not null,
    lead_bureau text not null,
    organisation text not null,
    kind text not null check (kind in ('FILER_CONDUCT', 'CRIME')),
    conduct text not null,
    reasons text not null,
    amount numeric(18, 2),
    evidence jsonb not null,
    referred_at timestamptz not null,
    referred_by text not null,
    clue_no text,
    clue_state text,
    clue_revision bigint not null,
    unique (lead_id, kind, conduct)
);
