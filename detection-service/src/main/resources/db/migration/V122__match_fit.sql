-- Why two pictures count as one: key points, mapping and common parts as confirmed, from the later to the earlier, as
-- JSON. Null for equal files, which were not laid over each other, and for pairs found before this was kept.
alter table picture_match add column fit text;
