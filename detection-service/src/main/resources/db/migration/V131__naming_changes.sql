-- How often a matter of its owner began or ceased to name a piece of evidence: what its owner is told of copies depends
-- on it, and so does the number of what is told. None where that never happened. A table of its own, because a replica
-- of the release before reads whole rows of evidence and knows no further column.
create table evidence_naming_change (
    evidence_id uuid primary key,
    changes     int  not null
);
