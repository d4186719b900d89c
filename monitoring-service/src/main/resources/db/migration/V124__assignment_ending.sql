-- How the city took a lead away from a district that had not given it back.
alter table assignment add column ended_at timestamptz;
alter table assignment add column ended_by text;
alter table assignment add column ending text check (ending in ('REASSIGNED', 'TAKEN_OVER'));
alter table assignment add column ending_reasons text;
alter table assignment add constraint assignment_ending check ((ending is null) = (ended_at is null));
