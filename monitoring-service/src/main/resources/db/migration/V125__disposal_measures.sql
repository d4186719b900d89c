-- A disposal has several measures and a feedback form; each round stands beside the others. Of a lead at most one
-- round is confirmed. A round that an older replica writes while it still runs has no measures; it is read from the
-- code. Requests for more time are kept with what the head said.
alter table disposal add column measures jsonb;
update disposal
set measures = jsonb_build_object('list', jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
        'code', code, 'reasons', reasons, 'documentNo', document_no,
        'decidedOn', to_char(decided_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')))));
alter table disposal add column rests_on_round int;
alter table disposal add column feedback_form jsonb;
update disposal set feedback_form = jsonb_build_object('summary', feedback) where feedback is not null;
create unique index disposal_one_confirmed on disposal (lead_id) where check_result = 'CONFIRMED';

create table extension (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    organisation text not null,
    reasons text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    granted boolean,
    decision_reasons text,
    decided_at timestamptz,
    decided_by text,
    check ((granted is null) = (decided_at is null)),
    check (decided_by <> asked_by)
);
create index extension_of_lead on extension (lead_id, asked_at);
-- One open request per lead and bureau.
create unique index extension_one_open on extension (lead_id, organisation) where decided_at is null;
