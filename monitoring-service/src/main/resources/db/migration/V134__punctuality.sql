-- The time that ran for agencies to answer an instruction or an amendment of it. It follows the clock that the commission
-- keeps, and stays when the clock is gone, so that lateness can be counted. Due dates follow from the day and the calendar.
create table answer_time (
    id bigint generated always as identity primary key,
    instruction_id uuid not null references instruction (id),
    bureau text not null,
    agency text not null,
    told_on date not null,
    answered_on date
);
create index answer_time_of_bureau on answer_time (bureau, told_on);
create index answer_time_of_agency on answer_time (agency, told_on);
create unique index answer_time_open on answer_time (instruction_id, agency) where answered_on is null;

create function answer_clock(clocks jsonb) returns date language sql immutable as $$
    select cast(each -> 'startedOn' #>> '{}' as date) from jsonb_array_elements(clocks -> 'running') each
    where each -> 'limit' ->> 'name' = 'ACKNOWLEDGEMENT' limit 1
$$;

create function answer_time_follows() returns trigger language plpgsql as $$
declare
    was date := case when tg_op = 'UPDATE' then answer_clock(old.clocks) end;
    now_on date := answer_clock(new.clocks);
begin
    if was is null and now_on is not null then
        insert into answer_time (instruction_id, bureau, agency, told_on)
        select i.id, i.bureau, new.agency, now_on from instruction i where i.id = new.instruction_id;
    elsif was is not null and now_on is not null and was <> now_on then
        update answer_time set told_on = now_on
        where instruction_id = new.instruction_id and agency = new.agency and answered_on is null;
    elsif was is not null and now_on is null and new.state in ('WITHDRAWN', 'CLOSED') then
        -- Nobody waits for the answer any more.
        delete from answer_time
        where instruction_id = new.instruction_id and agency = new.agency and answered_on is null;
    elsif was is not null and now_on is null then
        update answer_time set answered_on = cast(new.updated_at at time zone 'Asia/Shanghai' as date)
        where instruction_id = new.instruction_id and agency = new.agency and answered_on is null;
    end if;
    return null;
end $$;
create trigger answer_time_follows after insert or update of clocks on commission for each row
    execute function answer_time_follows();

insert into answer_time (instruction_id, bureau, agency, told_on, answered_on)
select i.id, i.bureau, c.agency, cast(i.issued_at at time zone 'Asia/Shanghai' as date),
       cast(c.answered_at at time zone 'Asia/Shanghai' as date)
from commission c join instruction i on i.id = c.instruction_id
where answer_clock(c.clocks) is null and c.answered_at is not null;
insert into answer_time (instruction_id, bureau, agency, told_on)
select i.id, i.bureau, c.agency, answer_clock(c.clocks)
from commission c join instruction i on i.id = c.instruction_id where answer_clock(c.clocks) is not null;

-- A party's own times, whichever bureau gave the instruction.
create index task_time_of_party on task_time (holder, started_on);
