-- listing: candidates become entries of the abnormal-filer list, from candidate to archive.
alter table candidate rename to abnormal_filer_entry;
alter index candidate_organisation rename to abnormal_filer_entry_organisation;
alter index candidate_filer rename to abnormal_filer_entry_filer;
drop index candidate_open_person;
alter table abnormal_filer_entry
    add column facts           jsonb   not null default '{"list": []}',
    add column pending         jsonb,
    add column entry_no        text    unique,
    add column term            jsonb,
    -- The term in columns: as it stands, and as far as it has effect (absent while stayed, after its end before time).
    add column term_until      date,
    add column term_passed     boolean not null default false,
    add column effective_from  date,
    add column effective_until date,
    add column settled_on      date;
update abnormal_filer_entry set settled_on = cast(proposed_at as date) where state = 'DISMISSED';
-- Two entries of one filer never wait side by side; that two of one person do not, the room sees to.
create unique index abnormal_filer_entry_live on abnormal_filer_entry (filer_id)
    where state not in ('DISMISSED', 'NOT_LISTED', 'EXPIRED', 'REMOVED', 'REVOKED', 'ARCHIVED');
create index abnormal_filer_entry_effective on abnormal_filer_entry (filer_id, effective_until) where effective_until is not null;
create index abnormal_filer_entry_running on abnormal_filer_entry (term_until)
    where state in ('LISTED', 'OBJECTION_RAISED', 'OBJECTION_ACCEPTED', 'REMOVAL_APPLIED', 'REMOVAL_REVIEW');
