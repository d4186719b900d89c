-- filer: what filers have in common (Order 121 Art 17(d)), by keyed hashes; any number of filers may have the same. A filer from
-- before this table has its contacts with its next filing.
create table filer_contact (
    kind     text  not null check (kind in ('PHONE', 'ADDRESS', 'ACCOUNT', 'NAME')),
    key      bytea not null,
    filer_id uuid  not null references filer (id),
    -- As officers see it.
    masked   text  not null,
    first_on date  not null,
    last_on  date  not null,
    primary key (kind, key, filer_id)
);
create index filer_contact_filer on filer_contact (filer_id, kind);
-- An account on a platform that a person gave.
alter table filer_statement add column account_sealed bytea;
alter table filer_party add column account_sealed bytea;
