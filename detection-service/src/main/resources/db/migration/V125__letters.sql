-- A platform names evidence in its answer to a bureau's letter.
alter table evidence_naming drop constraint evidence_naming_source_kind_check;
alter table evidence_naming
    add constraint evidence_naming_source_kind_check check (source_kind in ('FILING', 'LEAD', 'LETTER'));
