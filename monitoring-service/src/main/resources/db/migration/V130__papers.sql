-- Papers: what is to be printed, with the facts that it says, and the files as they were kept. An order is written in the
-- transaction that it follows from; a worker prints it later. A file that was kept is never changed.
create table paper_order (
    id uuid primary key,
    kind text not null,
    subject_id uuid not null,
    edition int not null check (edition > 0),
    addressee text not null,
    bureau text not null,
    paper_no text not null,
    template_version int not null,
    facts jsonb not null,
    gathered jsonb,
    issued_on date not null,
    state text not null check (state in ('WAITING', 'DONE', 'FAILED')),
    attempts int not null,
    worker uuid,
    worker_until timestamptz not null,
    parts_done bigint not null,
    parts_all bigint not null,
    problem_code text,
    problem text,
    ordered_at timestamptz not null,
    ended_at timestamptz,
    unique (kind, subject_id, edition, addressee)
);
create index paper_order_waiting on paper_order (ordered_at, id) where state = 'WAITING';
create index paper_order_of_bureau on paper_order (bureau, id);

create table paper_file (
    order_id uuid not null references paper_order (id),
    format text not null check (format in ('PDF', 'DOCX', 'XLSX')),
    content bytea not null,
    sm3 text not null,
    sha256 text not null,
    made_with text not null,
    printed_at timestamptz not null,
    primary key (order_id, format)
);

-- What a version of a text said when it was used first.
create table paper_template (
    kind text not null,
    version int not null,
    sm3 text not null,
    first_used_at timestamptz not null,
    primary key (kind, version)
);

-- The closing report reads the leads of an instruction page by page.
create index lead_of_report on lead (instruction_id, id);
