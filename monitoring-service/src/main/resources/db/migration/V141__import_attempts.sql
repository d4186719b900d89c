-- How often a worker took the job up without getting on; a job at which one after the other dies is given up.
alter table lead_import add column attempts int not null default 0;
