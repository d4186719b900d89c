-- lookup: who may ask whether a person is on the abnormal-filer list. The text of 〔2025〕298号 is not published, so the
-- eight departments are those that the suite knows beside the bureaus, and every number is an assumption.
create table lookup_agreement (
    id           uuid        primary key,
    version      int         not null,
    -- All organisations of a kind, or one of them.
    kind         text        not null,
    organisation text,
    purposes     jsonb       not null,
    legal_basis  text        not null,
    status       text        not null check (status in ('LAW', 'ORDER', 'ASSUMPTION')),
    daily_limit  int         not null check (daily_limit > 0),
    valid_from   date        not null,
    valid_until  date        check (valid_until >= valid_from),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    activated_by text,
    activated_at timestamptz,
    ended_by     text,
    ended_at     timestamptz,
    end_reasons  text,
    check (activated_by <> proposed_by),
    check ((activated_by is null) = (activated_at is null)),
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reasons is null))
);
create index lookup_agreement_kind on lookup_agreement (kind, valid_from);

insert into lookup_agreement (id, version, kind, purposes, legal_basis, status, daily_limit, valid_from, proposed_by,
                              proposed_at, activated_by, activated_at)
select cast(id as uuid), 0, kind, jsonb_build_object('list', jsonb_build_array(purpose, 'JOINT_GOVERNANCE')),
       '沪市监〔2025〕298号；《政务数据共享条例》', 'ASSUMPTION', 200, date '2025-10-31', 'shipped', now(), 'shipped too', now()
from (values
    ('0193b0c0-0000-7000-8000-000000000001', 'POLICE',             'CRIMINAL_CLUE'),
    ('0193b0c0-0000-7000-8000-000000000002', 'CYBERSPACE',         'NETWORK_GOVERNANCE'),
    ('0193b0c0-0000-7000-8000-000000000003', 'COURT',              'TRIAL'),
    ('0193b0c0-0000-7000-8000-000000000004', 'PROCURATORATE',      'LEGAL_SUPERVISION'),
    ('0193b0c0-0000-7000-8000-000000000005', 'JUSTICE',            'RECONSIDERATION'),
    ('0193b0c0-0000-7000-8000-000000000006', 'DEVELOPMENT_REFORM', 'CREDIT_SUPERVISION'),
    ('0193b0c0-0000-7000-8000-000000000007', 'PETITION',           'PETITION_HANDLING'),
    ('0193b0c0-0000-7000-8000-000000000008', 'COMMERCE',           'MARKET_ORDER')) as shipped (id, kind, purpose);

-- Every look-up that was answered; kept for at least three years (Government Data Sharing Regulation).
create table lookup_log (
    id           uuid        primary key,
    organisation text        not null,
    lookup_no    text        not null,
    kind         text        not null,
    subject      text        not null,
    name         text        not null,
    -- Who asks by way of a machine.
    operator     text,
    at           timestamptz not null,
    -- Keyed hash of what was asked for: finds the same question again and tells nobody who it was about.
    asked        bytea       not null,
    purpose_code text        not null,
    purpose      text        not null,
    legal_basis  text        not null,
    case_no      text        not null,
    agreement_id uuid        not null references lookup_agreement (id),
    outcome      text        not null check (outcome in ('LISTED', 'NOT_LISTED', 'NAME_DIFFERS')),
    entry_no     text        check ((entry_no is not null) = (outcome = 'LISTED')),
    unique (organisation, lookup_no)
);
create index lookup_log_organisation on lookup_log (organisation, at);

create function keep_lookups() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '3 years' then
        return old;
    end if;
    raise exception 'look-ups are kept for three years and never changed';
end $$;
create trigger lookup_log_is_kept before update or delete on lookup_log for each row execute function keep_lookups();

-- Somebody of the city lets an organisation or a person go on who had reached a limit; the count begins anew.
create table lookup_lift (
    id           uuid        primary key,
    organisation text        not null,
    subject      text,
    lifted_by    text        not null,
    lifted_at    timestamptz not null,
    reasons      text        not null
);
create index lookup_lift_organisation on lookup_lift (organisation, lifted_at);
