-- Plumbing tables that every service has in its own database.

-- Columns as Debezium's outbox event router expects them (id, aggregatetype, aggregateid, type, payload), so that
-- change data capture can take the relay's place by configuration.
create sequence outbox_seq;
create table outbox (
    seq           bigint      primary key,
    id            uuid        not null unique,
    topic         text        not null,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       text        not null,
    traceparent   text,
    created_at    timestamptz not null
);

create table inbox (
    event_id    text        not null,
    consumer    text        not null,
    received_at timestamptz not null,
    primary key (event_id, consumer)
);
create index inbox_received_at on inbox (received_at);

create table dead_letter (
    id          uuid        primary key,
    topic       text        not null,
    consumer    text        not null,
    event_id    text,
    event_type  text,
    payload     text        not null,
    reason      text        not null,
    failed_at   timestamptz not null,
    replayed_at timestamptz,
    replayed_by text
);
create index dead_letter_open on dead_letter (failed_at) where replayed_at is null;

create table idempotency (
    organisation text        not null,
    key          text        not null,
    operation    text        not null,
    request_hash text        not null,
    status       int,
    location     text,
    etag         text,
    body         text,
    created_at   timestamptz not null,
    primary key (organisation, key)
);
create index idempotency_created_at on idempotency (created_at);

create table number_series (
    agency text   not null,
    series text   not null,
    year   int    not null,
    last   bigint not null,
    primary key (agency, series, year)
);

-- The audit chain. The head row is locked last in every writing transaction, so that entries commit in chain order.
create table audit_entry (
    seq          bigint      primary key,
    at           timestamptz not null,
    subject      text        not null,
    organisation text        not null,
    action       text        not null,
    object_type  text        not null,
    object_id    text        not null,
    purpose      text        not null,
    before_hash  text        not null,
    after_hash   text        not null,
    hash         text        not null
);
create index audit_entry_object on audit_entry (object_type, object_id);
create table audit_head (
    single boolean primary key default true check (single),
    seq    bigint  not null,
    hash   text    not null
);
insert into audit_head (seq, hash) values (0, '');

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed';
end $$;
create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
