-- The running clocks of the filings with the days on which they are to be spoken of. The procedures write a row in the
-- transaction of their step; the sweep reads only what has become due. A clock that was started anew is spoken of anew.
alter table queue_item add column level smallint not null default 0 check (level in (0, 50, 80, 100));

create table clock_watch (
    filing_id   uuid     not null,
    limit_name  text     not null,
    clock       jsonb    not null,
    started_on  date     not null,
    half_on     date     not null,
    nearly_on   date     not null,
    due_on      date     not null,
    provisional boolean  not null,
    basis       text     not null,
    paused      boolean  not null,
    told        smallint not null default 0 check (told in (0, 50, 80, 100)),
    next_on     date     generated always as (case
                             when paused then null
                             when told < 50 then half_on
                             when told < 80 then nearly_on
                             when told < 100 then due_on + 1
                         end) stored,
    primary key (filing_id, limit_name)
);
create index clock_watch_next on clock_watch (next_on) where next_on is not null;

-- Clocks that run already. Their days of warning are counted by the first recount; until then each is spoken of when
-- its last day has come, never too early.
insert into clock_watch (filing_id, limit_name, clock, started_on, half_on, nearly_on, due_on, provisional, basis, paused)
select q.filing_id, r ->> 'limit',
       jsonb_build_object(
           'limit', jsonb_build_object('name', r -> 'limit', 'amount', r -> 'amount', 'unit', r -> 'unit',
               'basis', r -> 'basis', 'status', r -> 'status', 'validFrom', r -> 'validFrom'),
           'startedOn', r -> 'startedOn', 'pauses', coalesce(r -> 'pauses', '[]')),
       (r ->> 'startedOn')::date, q.due_on, q.due_on, q.due_on, q.due_provisional, r ->> 'basis',
       exists (select 1 from jsonb_array_elements(coalesce(r -> 'pauses', '[]')) p where p ->> 'to' is null)
from (select id, clocks from complaint union all select id, clocks from report) f
join queue_item q on q.filing_id = f.id
cross join lateral jsonb_array_elements(f.clocks -> 'running') r;
