-- By which folding a patient's name was indexed; none is the first. The app indexes old rows anew, some hundred at a time: the
-- hashes are keyed and the names sealed, so SQL cannot.
alter table patient add column name_folding integer;
create index patient_name_folding_idx on patient (name_folding);
