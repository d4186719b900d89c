-- What the steps of a report record, what waits for a second person, and the field of law that its result notice follows.
alter table report
    add column facts              jsonb   not null default '{"list":[]}',
    add column pending            jsonb   not null default '{"list":[]}',
    add column found_in_mediation boolean not null default false,
    add column legal_field        text,
    add column merged_into        uuid    references report (id) check (merged_into <> id),
    -- The reported party as it is compared: width, case and blanks do not matter.
    add column party_key          text    generated always as
        (upper(regexp_replace(normalize(content -> 'reportedParty' ->> 'name', NFKC), '\s', '', 'g'))) stored,
    add column party_uscc         text    generated always as (content -> 'reportedParty' ->> 'uscc') stored;

update report set found_in_mediation = true where place_rule = 'FOUND_IN_MEDIATION';
-- Given back for want of authority is a state of its own; a report is routed in the transaction that enters it, so that
-- none stays registered. What was an end before is now filed away by a step of its own.
update report set state = 'RETURNED_TO_INTAKE' where state = 'REGISTERED';
update queue_item set state = 'RETURNED_TO_INTAKE' where state = 'REGISTERED' and kind = 'REPORT';
update queue_item set open = true where kind = 'REPORT' and state in ('NO_AUTHORITY', 'NO_CASE', 'CASE_CLOSED');

-- Earlier reports of the same reporter against the same party (Order 121 Art 35).
create index report_filer on report (filer_id, party_key) where filer_id is not null;
