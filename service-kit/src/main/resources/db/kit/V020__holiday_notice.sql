-- Holiday notices of the State Council that were published after the release. Of two for one year the later one
-- counts; nothing is changed or deleted, so the highest seq is the version of the calendar.
create table holiday_notice (
    seq         bigint      generated always as identity primary key,
    year        int         not null,
    body        text        not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null
);
create index holiday_notice_year on holiday_notice (year, seq desc);
