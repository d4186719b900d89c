-- Lateness stays when the answer is no longer waited for: an amendment, a withdrawal or the end of the instruction ends the
-- time that ran and does not undo it. Such a time counts as late if its last day was over, and not at all otherwise; the due
-- day follows from the calendar, so that is told when it is counted. What V134 deleted or overwrote is lost.
alter table answer_time add column superseded boolean not null default false;

create or replace function answer_time_follows() returns trigger language plpgsql as $$
declare
    was date := case when tg_op = 'UPDATE' then answer_clock(old.clocks) end;
    now_on date := answer_clock(new.clocks);
    ended date := coalesce(now_on, cast(new.updated_at at time zone 'Asia/Shanghai' as date));
begin
    if was is not null and now_on is distinct from was then
        update answer_time
        set answered_on = ended, superseded = now_on is not null or new.state in ('WITHDRAWN', 'CLOSED')
        where instruction_id = new.instruction_id and agency = new.agency and answered_on is null;
    end if;
    if now_on is not null and now_on is distinct from was then
        insert into answer_time (instruction_id, bureau, agency, told_on)
        select i.id, i.bureau, new.agency, now_on from instruction i where i.id = new.instruction_id;
    end if;
    return null;
end $$;
