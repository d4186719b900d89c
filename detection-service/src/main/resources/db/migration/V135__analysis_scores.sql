-- How the analyzers scored a picture, told or not, so that it can be watched whether scores move. Once for a piece and
-- a version of an analyzer: the newest run counts. Pieces analysed before, or by a replica of the release before, have
-- none until they are analysed anew. A table of its own, because that replica knows no further column of others.
create table analysis_score (
    evidence_id uuid             not null references evidence (id),
    analyzer    text             not null,
    version     int              not null,
    -- how the picture came, as far as its file tells: scores spread differently in each
    channel     text             not null,
    score       double precision not null check (score between 0 and 1),
    measured_at timestamptz      not null,
    primary key (evidence_id, analyzer, version)
);
