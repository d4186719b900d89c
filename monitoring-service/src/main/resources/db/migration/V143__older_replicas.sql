-- A replica of the release before works beside this one until it is replaced, and knows nothing of what V111 and V115
-- added. What it leaves out is filled here. Nothing of this costs more because there are many leads: no table is
-- rewritten and no index is built.

-- Whether the table of checks was run on the finding as it stands. It was not on what came before there was one, nor on
-- what an older replica takes or lets an agency supplement: without flags, and yet not without doubt.
alter table lead add column checked boolean not null default false;

create function lead_supplemented_unchecked() returns trigger language plpgsql as $$
begin
    new.checked := false;
    return new;
end $$;
-- Whoever counts versions of a finding also checks it.
create trigger lead_supplemented_unchecked before update of finding_sha256 on lead for each row
    when (new.finding_sha256 is distinct from old.finding_sha256 and new.finding_version = old.finding_version)
    execute function lead_supplemented_unchecked();

-- At the end of the transaction, so that a version that is written with its instruction is the one that stays.
create function instruction_version_missing() returns trigger language plpgsql as $$
begin
    insert into instruction_version (id, instruction_id, number, content, made_at, made_by)
    values (gen_random_uuid(), new.id, new.content_version,
            jsonb_build_object('scope', new.scope, 'terms', new.terms, 'periodFrom', new.period_from,
                               'periodTo', new.period_to, 'deadline', new.deadline),
            new.issued_at, new.issued_by)
    on conflict (instruction_id, number) do nothing;
    return null;
end $$;
create constraint trigger instruction_version_missing after insert on instruction
    deferrable initially deferred for each row execute function instruction_version_missing();

-- Whoever acknowledges without saying which version acknowledges the one in force: no other is shown to him.
create function commission_answer_missing() returns trigger language plpgsql as $$
begin
    if new.acknowledged_version is null and new.state in ('ACKNOWLEDGED', 'RESULT_SUBMITTED', 'COMPLETED') then
        select content_version into new.acknowledged_version from instruction where id = new.instruction_id;
    end if;
    if new.state = 'RESULT_SUBMITTED' then
        new.any_result := true;
    end if;
    return new;
end $$;
create trigger commission_answer_missing before insert or update on commission for each row
    when (new.acknowledged_version is null or not new.any_result)
    execute function commission_answer_missing();

-- What was left out since V111.
insert into instruction_version (id, instruction_id, number, content, made_at, made_by)
select gen_random_uuid(), id, content_version,
       jsonb_build_object('scope', scope, 'terms', terms, 'periodFrom', period_from, 'periodTo', period_to,
                          'deadline', deadline),
       issued_at, issued_by
from instruction
on conflict (instruction_id, number) do nothing;
update commission set state = state
where (acknowledged_version is null and state in ('ACKNOWLEDGED', 'RESULT_SUBMITTED', 'COMPLETED'))
   or (state = 'RESULT_SUBMITTED' and not any_result);
