-- The day on which an agency was told of an instruction last; without one it is the day of issue.
alter table commission add column if not exists told_on date;
