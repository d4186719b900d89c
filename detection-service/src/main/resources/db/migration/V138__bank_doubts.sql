-- Which finding wishes that an entry be taken back, where it is no person at the door: with the finding the wish goes. A
-- replica of the release before leaves it as it is when it changes the wish; then, if that finding is withdrawn, somebody
-- wishes again. No foreign key: who doubts and who withdraws at the same moment would wait for each other in a circle.
alter table bank_entry add column wished_outcome_id uuid;
