-- A decision about an entry that takes weight from evidence waits for a second person: what is wished, and by whom.
-- Stock pictures that one person put in before stay in force.
alter table bank_entry
    add column wished         text check (wished in ('CONFIRMATION', 'REVOCATION')),
    add column wished_subject text,
    add constraint bank_entry_wish_check check (num_nulls(wished, wished_subject) in (0, 2));
-- Who found in the registry that a picture is generated is not known here: nobody is the proposer, so two confirm.
update bank_entry set proposed_subject = '' where proposed_subject = 'registry';
