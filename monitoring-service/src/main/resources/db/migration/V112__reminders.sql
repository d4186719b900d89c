-- Who was reminded of what. Each point of time once per agency and due date; the city's own reminders as often as it likes.

create table reminder (
    id uuid primary key,
    instruction_id uuid not null references instruction (id),
    agency text not null,
    point text not null,
    due_on date,
    text text not null,
    content_version int not null,
    reminded_at timestamptz not null,
    reminded_by text not null,
    reminded_by_name text,
    check ((point = 'MANUAL') = (due_on is null))
);
create index reminder_of_instruction on reminder (instruction_id, reminded_at, id);
create unique index reminder_once on reminder (instruction_id, agency, point, due_on) where point <> 'MANUAL';
