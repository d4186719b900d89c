-- Entries that a person put in on grounds of their own; the others rest on what somebody found about their piece of
-- evidence, and only those end with such findings. What a replica of the release before puts in counts as resting on
-- findings, as it does there. Tables of their own, because that replica knows no further column of others.
create table bank_own_ground (
    entry_id uuid primary key references bank_entry (id)
);
insert into bank_own_ground (entry_id)
select b.id from bank_entry b
 where b.bank <> 'COMMON'
   and not exists (select 1 from evidence_outcome o
                    where o.evidence_id = b.evidence_id and o.outcome = 'GENERATED' and o.independent
                      and b.proposed_subject in ('', 'registry', o.decided_subject));
-- Findings that have reached the bank; one about a piece that is not examined yet cannot, as there is nothing to
-- compare others with. Findings of before whose piece, or the very same file, is in the bank, in whatever state, have
-- reached it.
create table outcome_banked (
    outcome_id uuid        primary key references evidence_outcome (id),
    banked_at  timestamptz not null
);
insert into outcome_banked (outcome_id, banked_at)
select o.id, o.decided_at from evidence_outcome o
  join evidence e on e.id = o.evidence_id
 where exists (select 1 from bank_entry b where b.bank = 'KNOWN_AI' and b.sha256 = e.sha256);
create index evidence_outcome_generated on evidence_outcome (evidence_id)
    where outcome = 'GENERATED' and independent and withdrawn_at is null;
