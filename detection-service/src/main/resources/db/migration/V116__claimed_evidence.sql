-- Day on which a piece was last put into the set of a claim at a platform. Claims tell no end, so a term counts from it.
alter table evidence add column claimed_on date;
alter table evidence drop constraint evidence_keeping_check;
alter table evidence add constraint evidence_keeping_check
    check (keeping in ('UNNAMED', 'OPEN_MATTER', 'MATTERS_CLOSED', 'CLAIM_SET'));
-- What nobody has named is counted anew within the hour, and does not end before it was.
update evidence e
   set claimed_on = claimed.day,
       keeping    = case when keeping = 'UNNAMED' then null else keeping end,
       keep_until = case when keeping = 'UNNAMED' then null else keep_until end,
       version    = version + 1
  from (select m.evidence_id, max((s.updated_at at time zone 'Asia/Shanghai')::date) as day
          from evidence_set_member m join evidence_set s on s.id = m.set_id
         where s.subject_kind = 'CLAIM' group by m.evidence_id) claimed
 where claimed.evidence_id = e.id;
