-- The code that findings of a bureau tell with a subject's name, if it is one alone: of a name with two codes nobody knows
-- whose it is. It leads from a finding with the name alone to those with the code alone.
create index lead_of_subject_name on lead (bureau, subject_key, uscc) where uscc is not null;
create function lead_told_code(of_bureau text, of_name text) returns text language sql stable parallel safe as $$
    select case when min(l.uscc) = max(l.uscc) then min(l.uscc) end from lead l
    where l.bureau = of_bureau and l.subject_key = of_name and of_name <> '' and l.uscc is not null;
$$;
