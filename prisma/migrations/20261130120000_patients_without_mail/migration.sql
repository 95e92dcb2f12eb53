-- Somebody whom the desk books for may have no address: the desk tells them, or a text message does. Both columns say so, or neither.
alter table patient alter column email drop not null;
alter table patient alter column email_index drop not null;
alter table patient add constraint patient_email_and_index check ((email is null) = (email_index is null));
