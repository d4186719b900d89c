-- How many findings of a bundle are rows of its import; the rest follows, a slice in each transaction.
alter table lead_bundle add column taken int not null default 0;
update lead_bundle set taken = findings where state = 'DELIVERED';
create index lead_bundle_with_manifest on lead_bundle (ended_at) where manifest is not null and ended_at is not null;
