-- An agency that declined, or from which the instruction was withdrawn, reads no version that was made afterwards.
alter table commission add column last_version int;

create function commission_last_version(instruction uuid, issued int, left_at timestamptz) returns int
    language sql stable as $$
    select coalesce(max(v.number), issued) from instruction_version v
    where v.instruction_id = instruction and v.number >= issued and v.made_at < left_at
$$;

-- Reasons stand in the answer of those alone who declined or were withdrawn, also after the closing.
update commission set last_version = commission_last_version(instruction_id, issued_version, answered_at)
where answered_at is not null and answer_reasons is not null;

-- A replica of the release before this one may let an agency go, or ask it anew, while this one starts.
create function commission_leaves() returns trigger language plpgsql as $$
begin
    if new.state = 'ISSUED' then
        new.last_version := null;
    elsif new.state in ('DECLINED', 'WITHDRAWN') and new.last_version is null then
        new.last_version := commission_last_version(new.instruction_id, new.issued_version, new.answered_at);
    end if;
    return new;
end $$;
create trigger commission_leaves before update of state on commission for each row
    when (old.state is distinct from new.state) execute function commission_leaves();
