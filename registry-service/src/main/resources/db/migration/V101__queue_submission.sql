-- Which submission a filing belongs to: a disclosure shows what was given with the bureau's own filings only.
alter table queue_item
    add column submission_id uuid,
    add column mixed boolean;
update queue_item q set submission_id = c.submission_id, mixed = c.linked_filing_id is not null
    from complaint c where c.id = q.filing_id;
update queue_item q set submission_id = r.submission_id, mixed = r.linked_filing_id is not null
    from report r where r.id = q.filing_id;
alter table queue_item
    alter column submission_id set not null,
    alter column mixed set not null;
