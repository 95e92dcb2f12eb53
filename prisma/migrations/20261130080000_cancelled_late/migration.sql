-- Whether a patient called a visit off inside the clinic's notice. Until now that was refused.
alter table appointment add column cancelled_late boolean not null default false;
