-- imports: files hold filings or entries of another agency's list.
alter table import_job add column kind text not null default 'FILINGS' check (kind in ('FILINGS', 'ENTRIES'));
alter table import_job alter column kind drop default;
alter table import_row rename column submission_id to entered_as;

-- Entries of the list of another district or region, as they came; each speaks for a candidate and decides nothing.
create table imported_entry (
    id               uuid        primary key,
    filer_id         uuid        not null references filer (id),
    -- Keyed hash of the document: the same person under the same paper does not enter twice.
    document         bytea       not null,
    source_agency    text        not null,
    document_no      text        not null,
    listed_on        date        not null,
    listed_until     date        check (listed_until >= listed_on),
    reason           text        not null,
    name_sealed      bytea       not null,
    id_type          text        not null,
    id_number_sealed bytea       not null,
    entered_by       text        not null,
    organisation     text        not null,
    entered_at       timestamptz not null,
    unique (document, source_agency, document_no)
);
create index imported_entry_filer on imported_entry (filer_id);
