-- ledger: who used a text is asked with every filing; both questions are answered from an index alone.
create index counted_filing_family_filer on counted_filing (family_id, received_on) include (filer_id) where family_id is not null;
drop index counted_filing_family;
-- Few filers are joined to another person.
create index filer_joined on filer (id) include (person_id) where person_id <> id;
