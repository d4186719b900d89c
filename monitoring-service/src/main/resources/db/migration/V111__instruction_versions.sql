-- Instructions are amended in versions, each kept whole. What was issued before is version 1, and whoever acknowledged it
-- then acknowledged version 1.

alter table instruction add column content_version int not null default 1 check (content_version > 0);
alter table instruction add column campaign_id uuid;
-- The last day on which somebody looked whether a reminder of this instruction is due.
alter table instruction add column reminders_looked_on date;
create index instruction_reminders on instruction (reminders_looked_on) where state = 'ISSUED';
create index instruction_campaign on instruction (campaign_id) where campaign_id is not null;

create table instruction_version (
    id uuid primary key,
    instruction_id uuid not null references instruction (id),
    number int not null,
    content jsonb not null,
    reasons text,
    made_at timestamptz not null,
    made_by text not null,
    made_by_name text,
    unique (instruction_id, number)
);
insert into instruction_version (id, instruction_id, number, content, made_at, made_by)
select gen_random_uuid(), id, 1,
       jsonb_build_object('scope', scope, 'terms', terms, 'periodFrom', period_from, 'periodTo', period_to,
                          'deadline', deadline),
       issued_at, issued_by
from instruction;

alter table commission drop constraint commission_state_check;
alter table commission add constraint commission_state_check check (state in
    ('ISSUED', 'ACKNOWLEDGED', 'DECLINED', 'RESULT_SUBMITTED', 'COMPLETED', 'WITHDRAWN', 'CLOSED'));
-- The first version that this agency was given, the last that it acknowledged, the day on which it was told last.
alter table commission add column issued_version int not null default 1;
alter table commission add column acknowledged_version int;
alter table commission add column told_on date;
alter table commission add column any_result boolean not null default false;
alter table commission add column completed_at timestamptz;
alter table commission add column completion_note text;
alter table commission add column reopening_reasons text;
alter table commission add column reminded_at timestamptz;

update commission set acknowledged_version = 1
where state in ('ACKNOWLEDGED', 'RESULT_SUBMITTED')
   or (state = 'CLOSED' and answered_at is not null and answer_reasons is null);
update commission c set any_result = true
where exists (select 1 from lead l where l.instruction_id = c.instruction_id and l.agency = c.agency);
update commission c set told_on = (i.issued_at at time zone 'Asia/Shanghai')::date
from instruction i where i.id = c.instruction_id;
-- A replica of the release before this one may still issue an instruction while this one starts.
alter table commission alter column told_on set default (now() at time zone 'Asia/Shanghai')::date;
alter table commission alter column told_on set not null;

-- The version by whose demands a finding was judged: a finding that was taken is never judged by later ones.
alter table lead add column content_version int not null default 1;
