-- What the queue's filters read: a district on the city's view, and the lines whose clocks ask for attention. Lines
-- that are overdue stand at the beginning of the order by due date and need no index of their own.
create index queue_item_district on queue_item (district_code, due_on, filing_id) where open;
create index queue_item_desk_warned on queue_item (holder, due_on, filing_id) where open and level in (50, 80);
create index queue_item_city_warned on queue_item (due_on, filing_id) where open and level in (50, 80);
