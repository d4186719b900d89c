-- A bundle whose import ended before its findings were read is entered by another import; never by two that go on.
alter table lead_import drop constraint lead_import_bundle_id_key;
create unique index lead_import_of_bundle on lead_import (bundle_id) where state not in ('FAILED', 'CANCELLED');
