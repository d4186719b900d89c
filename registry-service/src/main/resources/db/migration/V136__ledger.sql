-- Texts that are nearly the same, by the signature of the first of them (docs/adr/0009).
create table text_family (
    id         bigint generated always as identity primary key,
    signature  bytea  not null,
    bands      int[]  not null
);
-- Found in every transaction that counts a filing: no list of pending entries to read through.
create index text_family_bands on text_family using gin (bands) with (fastupdate = off);

-- Why a mark was entered by a person, and why it was taken back.
alter table filer_mark rename column reasons to revoked_reasons;
alter table filer_mark add column reasons text;

-- A hint is a person's; a filing finds it through its filer.
alter table queue_hint rename column filer_id to person_id;
