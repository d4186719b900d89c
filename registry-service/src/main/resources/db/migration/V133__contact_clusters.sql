-- person: the largest groups of persons who share contacts, counted anew every night.
create table contact_cluster (
    id         uuid        primary key,
    persons    int         not null,
    contacts   int         not null,
    kinds      text        not null,
    counted_at timestamptz not null
);
create index contact_cluster_size on contact_cluster (persons desc, id);
