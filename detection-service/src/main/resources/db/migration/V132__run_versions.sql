-- With which prints and entries of the index a run looked for the same picture. Null for runs from before this was
-- kept, and for those of a replica of the release before.
alter table analyzer_run add column print_version int;
alter table analyzer_run add column index_version int;
