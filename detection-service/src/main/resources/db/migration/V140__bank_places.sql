-- Which picture of a film or document shows the entry; null for pictures, equal files and what was found before.
alter table bank_match add column at_second double precision;
alter table bank_match add column place text;
