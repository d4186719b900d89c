-- What the reuse search keeps of every picture of every party, in one order that all replicas read alike:
-- rows are inserted under an advisory lock, so a row with a higher number was committed later.
create table picture_print (
    seq         bigint generated always as identity primary key,
    evidence_id uuid   not null unique references evidence (id),
    sha256      text   not null,
    -- null when the picture cannot be decoded or is too plain to be told from others
    print       bytea
);
create index picture_print_by_content on picture_print (sha256);

-- Pairs that show the same picture. Found by the later one, kept once. No foreign keys: evidence is never
-- deleted, and their locks on both rows would make workers wait for each other in a circle.
create table picture_match (
    later_id   uuid             not null,
    earlier_id uuid             not null,
    kind       text             not null,
    distance   int              not null,
    agreement  double precision not null,
    primary key (later_id, earlier_id)
);
create index picture_match_by_earlier on picture_match (earlier_id);

-- What one run of the analyzers saw; never overwritten. The panel names each analyzer with its version.
create table analyzer_run (
    id          uuid        primary key,
    evidence_id uuid        not null references evidence (id),
    panel       text        not null,
    report      text        not null,
    heatmap     bytea,
    duration_ms bigint      not null,
    ran_at      timestamptz not null
);
create index analyzer_run_by_evidence on analyzer_run (evidence_id, ran_at desc);

-- The explained indication; a further revision when later uploads change it.
create table indication (
    evidence_id    uuid        not null references evidence (id),
    revision       int         not null,
    run_id         uuid        not null references analyzer_run (id),
    fusion_version int         not null,
    band           text        not null,
    label_verdict  text        not null,
    reuse_count    int         not null,
    body           text        not null,
    decided_at     timestamptz not null,
    primary key (evidence_id, revision)
);
