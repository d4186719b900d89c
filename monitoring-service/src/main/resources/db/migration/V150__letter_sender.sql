-- A letter goes with its lead: the bureau of a letter is who works on the lead now. Who sent it is kept where that is
-- another. A replica of the release before writes no sender, and its letters have none: there both are the same. Letters
-- whose lead was moved before this, or is by an older replica, follow by LetterMending, which also tells detection.
alter table letter add column sender text;
