-- What the search in memory keeps of a picture: about a kilobyte, read at every start, while the print itself is
-- read only to confirm a candidate. Null where there is no print, and for prints stored before there were gists:
-- the first replica that loads such a row makes its gist and keeps it here.
alter table picture_print add column gist bytea;
