-- person: which filers people found to be one; an edge between two of them. The active ones say whom a filer's person_id names.
create table filer_merge (
    id          uuid        primary key,
    version     int         not null,
    filer_id    uuid        not null references filer (id),
    other_id    uuid        not null references filer (id),
    state       text        not null check (state in ('PROPOSED', 'ACTIVE', 'DISMISSED', 'UNDONE')),
    rule        text        not null,
    proposed_at timestamptz not null,
    check (filer_id < other_id)
);
-- Two filers are proposed once at a time; what was dismissed or undone stays as it was.
create unique index filer_merge_live on filer_merge (filer_id, other_id) where state in ('PROPOSED', 'ACTIVE');
create index filer_merge_filer on filer_merge (filer_id);
create index filer_merge_other on filer_merge (other_id);
create index filer_merge_state on filer_merge (state, id);
