-- What the steps of a complaint record: consents, appointments, appraisals, agreement.
alter table complaint
    add column facts            jsonb not null default '{"list":[]}',
    add column recusal_taken_by text;
-- Given back for want of authority is a state of its own; a complaint is routed in the transaction that enters it,
-- so that none stays registered.
update complaint set state = 'RETURNED_TO_INTAKE' where state = 'REGISTERED';
update queue_item set state = 'RETURNED_TO_INTAKE' where state = 'REGISTERED' and kind = 'COMPLAINT';
-- Other complaints of a filer, to see whether the same dispute was accepted before.
create index complaint_filer on complaint (filer_id) where filer_id is not null;
