-- Seals of custody that no published head covers yet. Filled by the database itself, so that no entry can be
-- written without waiting here; emptied when a head is closed.
create table seal_waiting (
    evidence_id uuid not null,
    seq         int  not null,
    seal        text not null,
    primary key (evidence_id, seq)
);
create function seal_waits() returns trigger language plpgsql as $$
begin
    insert into seal_waiting (evidence_id, seq, seal) values (new.evidence_id, new.seq, new.seal);
    return null;
end $$;
create trigger custody_entry_seal_waits after insert on custody_entry for each row execute function seal_waits();
insert into seal_waiting (evidence_id, seq, seal) select evidence_id, seq, seal from custody_entry;

-- The log of all seals (RFC 6962 with SM3): where each has its place, and the nodes above them. Only ever grows.
create table seal_place (
    place       bigint primary key,
    evidence_id uuid   not null,
    seq         int    not null,
    unique (evidence_id, seq)
);
create table seal_node (
    level int    not null,
    index bigint not null,
    hash  text   not null,
    primary key (level, index)
);

-- What is published of the log and of the audit chain: once a day, and for each bundle.
create table published_head (
    number        bigint      primary key,
    day           date        not null,
    closed_at     timestamptz not null,
    occasion      text        not null check (occasion in ('DAILY', 'BUNDLE')),
    entries       bigint      not null,
    root          text        not null,
    audit_entries bigint      not null,
    audit_hash    text        not null,
    previous      text        not null,
    hash          text        not null
);
create unique index published_head_daily on published_head (day) where occasion = 'DAILY';
create index published_head_by_day on published_head (day, number);
create index published_head_by_entries on published_head (entries, number);

create function refuse_change_of_head() returns trigger language plpgsql as $$
begin
    raise exception 'published heads and what they cover are never changed';
end $$;
create trigger published_head_is_append_only before update or delete or truncate on published_head
    for each statement execute function refuse_change_of_head();
create trigger seal_node_is_append_only before update or delete or truncate on seal_node
    for each statement execute function refuse_change_of_head();
create trigger seal_place_is_append_only before update or delete or truncate on seal_place
    for each statement execute function refuse_change_of_head();
