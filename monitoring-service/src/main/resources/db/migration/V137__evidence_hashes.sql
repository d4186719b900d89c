-- Beside its SHA-256, which SM3 a lead's finding tells of a file and which recording of the capture it names. Absent for
-- leads of earlier releases and for those that an older replica takes meanwhile: what is absent is not compared.
alter table lead_evidence
    add column sm3 text,
    add column recording_id uuid;
