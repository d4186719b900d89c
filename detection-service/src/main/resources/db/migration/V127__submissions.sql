-- The parts of a mixed filing come from one submission (Order 121 Art 9) and are one matter where matters are counted.
-- Null for what was named before this was kept, and for leads and letters.
alter table evidence_matter add column submission_id uuid;
