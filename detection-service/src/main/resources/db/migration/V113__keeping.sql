-- How long the bytes of evidence are kept. The row, its hashes and its custody stay for ever.
alter table evidence
    add column content_state text not null default 'KEPT'
        check (content_state in ('KEPT', 'DESTROYING', 'DESTROYED')),
    add column destroyed_at  timestamptz,
    add column holds         int  not null default 0 check (holds >= 0),
    -- null for what came in before there were terms, until it is counted
    add column keeping       text check (keeping in ('UNNAMED', 'OPEN_MATTER', 'MATTERS_CLOSED')),
    add column keeping_from  date,
    -- last day on which the bytes must not be destroyed; null while a matter is open
    add column keep_until    date,
    -- entries of the chain of custody, so that nobody cuts off its end unnoticed
    add column custody_length int;
update evidence e set custody_length = (select max(seq) from custody_entry c where c.evidence_id = e.id);
create index evidence_by_term on evidence (keep_until, id) where content_state <> 'DESTROYED';
create index evidence_not_counted on evidence (id) where keeping is null;

alter table custody_entry drop constraint custody_entry_act_check;
alter table custody_entry add constraint custody_entry_act_check
    check (act in ('RECEIVED', 'VIEWED', 'ANALYZED', 'EXPORTED', 'HELD', 'RELEASED', 'DESTROYED'));

-- The filings and leads that name evidence: which of their words is the newest, and whether they are closed. What
-- is not known to be closed is open.
create table evidence_matter (
    source_id      uuid   primary key,
    named_revision bigint not null default 0,
    state_revision bigint not null default 0,
    closed_on      date
);
insert into evidence_matter (source_id, named_revision)
select source_id, max(revision) from evidence_naming group by source_id;
