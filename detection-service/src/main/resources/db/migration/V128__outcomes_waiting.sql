-- What the registry's officers found about a piece that their filing has not named yet, because its events came in
-- another order: the newest word of a filing about a piece, until the filing names it.
create table outcome_waiting (
    filing_id    uuid        not null,
    evidence_id  uuid        not null,
    revision     bigint      not null,
    outcome      text        not null,
    rests_on     text        not null,
    organisation text        not null,
    told_at      timestamptz not null,
    primary key (filing_id, evidence_id)
);
-- The newest word of a filing about a piece, withdrawn or not.
create index evidence_outcome_by_filing on evidence_outcome (evidence_id, filing_id, filing_revision)
    where filing_id is not null;
