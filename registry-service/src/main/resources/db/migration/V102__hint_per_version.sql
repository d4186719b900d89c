-- Each version of a criterion keeps its own hint; which of them is shown depends on the version in force that day.
alter table queue_hint drop constraint queue_hint_pkey;
alter table queue_hint add primary key (filer_id, criterion, version);
