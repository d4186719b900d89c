-- Agencies read their leads in order of submission; due dates are not for them.
drop index lead_of_agency;
create index lead_of_agency on lead (agency, id);
