-- Whose turn it is: the head of each organisation's line, and how many of it are at work, without reading the line.
create index evidence_open_line on evidence (organisation, received_at, id)
    where state <> 'ANALYZED' or revisits_wanted > revisits_done;
create index evidence_at_work on evidence (organisation, lease_until)
    where (state <> 'ANALYZED' or revisits_wanted > revisits_done) and lease_until is not null;
drop index evidence_open_work;
