-- The different names that findings of a bureau tell with a code: whoever looks steps from one to the next, so that it costs as
-- much as there are names, not as there are findings.
create index lead_of_subject_code on lead (bureau, uscc, subject_key) where uscc is not null;

-- A subject on a page, by its code or by its name. One key, so that nothing else than these indexes leads to it: a plan that
-- was made when there were few leads is not one that reads all leads of a code when there are many. The page stands beside it
-- for the planner's sake, who then expects few and reads them in their order, the latest first.
create function lead_subject_on_page(of_bureau text, page text, subject text) returns text
    language sql immutable parallel safe as $$
    select md5(of_bureau || ' ' || page || ' ' || subject);
$$;
-- Without what cannot be proposed. Of leads without any name only those are asked for that have no code either.
create index lead_of_code_on_page on lead (
    lead_subject_on_page(bureau, lead_page(normal_url, finding), uscc), lead_page(normal_url, finding), id)
    where uscc is not null and state not in ('UNQUALIFIED', 'DUPLICATE');
create index lead_of_name_on_page on lead (
    lead_subject_on_page(bureau, lead_page(normal_url, finding), subject_key), lead_page(normal_url, finding), id)
    where (subject_key <> '' or uscc is null) and state not in ('UNQUALIFIED', 'DUPLICATE');
-- lead_of_page stays for a release: replicas of the release before look for duplicates by it, in the bureau's turn.
