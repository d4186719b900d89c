-- A replica of the release before cannot read codes of acts that it does not know. What is only wished, or turned down,
-- stands as an act that every release knows, and by its own code beside it.
alter table bank_entry_act add column full_act text;
update bank_entry_act set full_act = act, act = 'PROPOSED' where act in ('CONFIRMATION_PROPOSED', 'REVOCATION_PROPOSED');
update bank_entry_act set full_act = act, act = 'RELEASED' where act = 'WISH_DECLINED';
