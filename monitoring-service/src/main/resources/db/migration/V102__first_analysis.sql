-- When a file was analyzed first. A later analysis may stem from evidence of others, so its time is not for agencies.
alter table evidence_fact add column first_analyzed_at timestamptz;
update evidence_fact set first_analyzed_at = analyzed_at;
