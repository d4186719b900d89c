-- Special operations: which instructions belong to one, what platforms report, and which figures were published.

create table campaign (
    id uuid primary key,
    version int not null,
    campaign_no text not null unique,
    bureau text not null,
    name text not null,
    period_from date not null,
    period_to date not null check (period_to >= period_from),
    basis_document text not null,
    organiser text not null,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null
);
create index campaign_of_bureau on campaign (bureau, id);

-- Platforms that are asked to report; for all others the campaign does not exist.
create table campaign_platform (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    platform text not null,
    unique (campaign_id, platform)
);
create index campaign_of_platform on campaign_platform (platform, campaign_id);

-- An instruction belongs to one special operation at most, so that no lead is counted for two.
create table campaign_instruction (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    instruction_id uuid not null unique references instruction (id),
    instruction_no text not null,
    added_at timestamptz not null,
    added_by text not null
);
create index campaign_instruction_of on campaign_instruction (campaign_id, instruction_no);

-- An instruction may name its campaign when it is issued, or be grouped later; both come to the same.
create function instruction_names_campaign() returns trigger language plpgsql as $$
begin
    insert into campaign_instruction (id, campaign_id, instruction_id, instruction_no, added_at, added_by)
    values (gen_random_uuid(), new.campaign_id, new.id, new.instruction_no, new.issued_at, new.issued_by);
    return null;
end $$;
create trigger instruction_names_campaign after insert on instruction for each row
    when (new.campaign_id is not null) execute function instruction_names_campaign();
create function instruction_was_grouped() returns trigger language plpgsql as $$
begin
    update instruction set campaign_id = new.campaign_id
    where id = new.instruction_id and campaign_id is distinct from new.campaign_id;
    return null;
end $$;
create trigger instruction_was_grouped after insert on campaign_instruction for each row
    execute function instruction_was_grouped();

create function stays_as_it_is() returns trigger language plpgsql as $$
begin
    raise exception '% keeps its rows', tg_table_name using errcode = 'restrict_violation';
end $$;

-- A report stays as it came; a correction is a row of its own that names the one it corrects.
create table platform_report (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    platform text not null,
    period_from date not null,
    period_to date not null check (period_to >= period_from),
    items_blocked bigint not null check (items_blocked >= 0),
    accounts_handled bigint not null check (accounts_handled >= 0),
    agents_removed bigint not null check (agents_removed >= 0),
    products_handled bigint not null check (products_handled >= 0),
    platform_count bigint not null check (platform_count >= 0),
    entered_by text not null,
    source text,
    corrects uuid unique references platform_report (id),
    reasons text,
    reported_at timestamptz not null,
    reported_by text not null,
    -- Who enters figures for somebody else says where they come from.
    check (entered_by = platform or source is not null),
    check ((corrects is null) = (reasons is null))
);
create index platform_report_of on platform_report (campaign_id, platform, period_from);
create trigger platform_report_stays before update or delete on platform_report
    for each row execute function stays_as_it_is();

create table campaign_publication (
    id uuid primary key,
    version int not null,
    campaign_id uuid not null references campaign (id),
    number int not null check (number >= 1),
    state text not null check (state in ('PROPOSED', 'RELEASED', 'REPLACED')),
    period_from date not null,
    until date not null,
    reports int not null check (reports >= 1),
    items_blocked bigint not null,
    accounts_handled bigint not null,
    agents_removed bigint not null,
    products_handled bigint not null,
    platform_count bigint not null,
    proposed_at timestamptz not null,
    proposed_by text not null,
    released_at timestamptz,
    released_by text,
    unique (campaign_id, number),
    check ((state = 'RELEASED') = (released_at is not null)),
    check (released_by <> proposed_by)
);

-- The reports that a publication sums, as they were.
create table campaign_publication_line (
    id uuid primary key,
    publication_id uuid not null references campaign_publication (id),
    report_id uuid not null references platform_report (id),
    platform text not null,
    period_from date not null,
    period_to date not null,
    items_blocked bigint not null,
    accounts_handled bigint not null,
    agents_removed bigint not null,
    products_handled bigint not null,
    platform_count bigint not null,
    unique (publication_id, report_id)
);
create trigger publication_line_stays before update or delete on campaign_publication_line
    for each row execute function stays_as_it_is();

create function publication_figures_stay() returns trigger language plpgsql as $$
begin
    if (new.id, new.campaign_id, new.number, new.period_from, new.until, new.reports, new.items_blocked,
        new.accounts_handled, new.agents_removed, new.products_handled, new.platform_count, new.proposed_at, new.proposed_by)
       is distinct from
       (old.id, old.campaign_id, old.number, old.period_from, old.until, old.reports, old.items_blocked,
        old.accounts_handled, old.agents_removed, old.products_handled, old.platform_count, old.proposed_at, old.proposed_by)
       or old.state in ('RELEASED', 'REPLACED') then
        raise exception 'published figures stay' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger publication_stays before update on campaign_publication
    for each row execute function publication_figures_stay();
create trigger publication_is_kept before delete on campaign_publication
    for each row execute function stays_as_it_is();

-- Looked at when the transaction commits: a publication is the sum of its lines, and each line is the report it names.
-- A platform's platforms are counted once, however many periods it reported.
create function publication_adds_up() returns trigger language plpgsql as $$
declare
    sums record;
    p campaign_publication;
begin
    select * into p from campaign_publication
    where id = case when tg_table_name = 'campaign_publication' then new.id
                    else (to_jsonb(new) ->> 'publication_id')::uuid end;
    select count(*) as reports, coalesce(sum(items_blocked), 0) as items, coalesce(sum(accounts_handled), 0) as accounts,
           coalesce(sum(agents_removed), 0) as agents, coalesce(sum(products_handled), 0) as products,
           (select coalesce(sum(most), 0) from (select max(platform_count) as most from campaign_publication_line
                                                where publication_id = p.id group by platform) each) as platforms
    into sums from campaign_publication_line where publication_id = p.id;
    if (p.reports, p.items_blocked, p.accounts_handled, p.agents_removed, p.products_handled, p.platform_count)
       is distinct from
       (sums.reports, sums.items, sums.accounts, sums.agents, sums.products, sums.platforms) then
        raise exception 'publication % of campaign % does not add up', p.number, p.campaign_id
            using errcode = 'check_violation';
    end if;
    if exists (select 1 from campaign_publication_line l join platform_report r on r.id = l.report_id
               where l.publication_id = p.id
                 and (r.campaign_id, r.platform, r.period_from, r.period_to, r.items_blocked, r.accounts_handled,
                      r.agents_removed, r.products_handled, r.platform_count)
                     is distinct from
                     (p.campaign_id, l.platform, l.period_from, l.period_to, l.items_blocked, l.accounts_handled,
                      l.agents_removed, l.products_handled, l.platform_count)) then
        raise exception 'publication % of campaign % tells other figures than its reports', p.number, p.campaign_id
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger publication_adds_up after insert on campaign_publication
    deferrable initially deferred for each row execute function publication_adds_up();
create constraint trigger publication_line_adds_up after insert on campaign_publication_line
    deferrable initially deferred for each row execute function publication_adds_up();
