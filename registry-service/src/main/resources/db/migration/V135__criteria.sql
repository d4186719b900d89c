-- Lines may be shares and multiples, and may be absent; a version may end.
alter table criterion_version
    drop constraint criterion_version_watch_check,
    drop constraint criterion_version_check,
    alter column watch type numeric,
    alter column watch drop not null,
    alter column review type numeric,
    alter column review drop not null,
    add column strictly       boolean not null default false,
    add column minimum_sample int     not null default 1 check (minimum_sample > 0),
    add column alone          boolean not null default false,
    -- Last day of use. One that another took the place of on its first day was in use on no whole day.
    add column valid_until    date    check (valid_until >= valid_from - 1),
    add column gap_intended   boolean not null default false,
    add check (watch > 0),
    add check (review >= watch),
    add check (review > 0);
alter table criterion_version
    alter column strictly drop default,
    alter column minimum_sample drop default,
    alter column alone drop default,
    alter column gap_intended drop default;
-- Until now the version that began last was in use.
update criterion_version v set valid_until =
    (select min(n.valid_from) - 1 from criterion_version n
     where n.code = v.code and n.activated_by is not null and (n.valid_from, n.version) > (v.valid_from, v.version))
    where v.activated_by is not null;

-- The criteria of domain §4. No published text sets a number; every one is this product's default.
insert into criterion_version (code, version, row_version, metric, window_days, watch, review, strictly, minimum_sample,
    alone, basis, status, valid_from, gap_intended, proposed_by, proposed_at, activated_by, activated_at)
select code, 1, 1, metric, window_days, watch, review, strictly, minimum_sample, alone, basis, 'ASSUMPTION',
    date '2026-04-15', false, 'migration V135', timestamptz '2026-04-15T00:00:00+08:00', 'release',
    timestamptz '2026-04-15T00:00:00+08:00'
from (values
    ('SAME_OP_90D',        'SAME_OPERATOR',       90,  3,    5,    false, 1, false, '第121号令第十七条第二项'),
    ('SAME_ISSUE_30D',     'SAME_ISSUE',          30,  5,    10,   false, 1, false, '第121号令第十七条第二项'),
    ('SHARED_CONTACT',     'SHARED_CONTACT',      365, 2,    3,    false, 1, false, '第121号令第十七条第四项'),
    ('WITHDRAW_RATE_12M',  'WITHDRAWN_SHARE',     365, 0.5,  0.7,  false, 5, false, '第121号令第十七条第五项；各地实务（付款后即撤回）'),
    ('QTY_VS_SHELF',       'QUANTITY_OVER_USE',   365, 3,    6,    true,  1, false, '第121号令第十七条第一项'),
    ('NONACCEPT_16_3_12M', 'REFUSED_GROUND_3',    365, 2,    4,    false, 1, true,  '第121号令第十六条第三项'),
    ('RECON_LITIG_12M',    'OUTSIDE_PROCEEDINGS', 365, 5,    15,   false, 1, false, '第121号令第十七条第五项；泉州市2023年认定因素'),
    ('TEXT_TEMPLATE',      'TEXT_OVER_PERSONS',   365, 3,    6,    false, 1, false, '第121号令第十七条第二项；泉州市2023年认定因素'),
    ('CONDUCT_CONFIRMED',  'CONFIRMED_CONDUCT',   365, null, 1,    false, 1, true,  '第121号令第四十二条；上海市〔2025〕298号文件'),
    ('AI_IMAGE_HITS_12M',  'GENERATED_EVIDENCE',  365, 1,    2,    false, 1, true,  '第121号令第十六条第五项、第四十二条；上海市〔2025〕298号文件'),
    ('PLANTING',               'CONDUCT_DEFINITION', 365, null, null, false, 1, false, '第121号令第四十二条（夹带）；消费者权益保护法实施条例第四十九条'),
    ('SWAPPING',               'CONDUCT_DEFINITION', 365, null, null, false, 1, false, '第121号令第四十二条（掉包）；消费者权益保护法实施条例第四十九条'),
    ('FORGING',                'CONDUCT_DEFINITION', 365, null, null, false, 1, false, '第121号令第四十二条（造假）；消费者权益保护法实施条例第四十九条'),
    ('TAMPERING_PRODUCT_INFO', 'CONDUCT_DEFINITION', 365, null, null, false, 1, false, '第121号令第四十二条（篡改商品信息）；消费者权益保护法实施条例第四十九条'),
    ('FABRICATING_FACTS',      'CONDUCT_DEFINITION', 365, null, null, false, 1, false, '第121号令第四十二条（捏造事实）；消费者权益保护法实施条例第四十九条')
) as seed (code, metric, window_days, watch, review, strictly, minimum_sample, alone, basis);
-- That these five are what Art 42 names is the law itself.
update criterion_version set status = 'LAW' where metric = 'CONDUCT_DEFINITION';

-- A hit is a person's, once for what brought it about: a submission, or a fact without one.
alter table criterion_hit rename column submission_id to occasion;
alter table criterion_hit rename column filer_id to person_id;
alter table criterion_hit alter column filing_id drop not null;
create index criterion_hit_person on criterion_hit (person_id, evaluated_at);
