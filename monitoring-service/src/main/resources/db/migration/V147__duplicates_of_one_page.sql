-- Page and kind of violation of a finding, whoever is told to be behind it: one finding may give the subject's code and
-- another only its name. Short, because addresses are long. Computed, so that leads of earlier releases and of replicas of
-- the release before are found as well; those replicas still ask for lead.sameness and its index.
create function lead_page(normal_url text, finding jsonb) returns text language sql immutable parallel safe as $$
    select md5(regexp_replace(normal_url, '^https?:', '') || ' ' || coalesce(finding ->> 'violationType', ''));
$$;
create index lead_of_page on lead (bureau, lead_page(normal_url, finding), id);

-- Which leads rest on one as its duplicates: it is not thrown away while there are any.
create index lead_resting on lead (duplicate_of) where duplicate_of is not null;
