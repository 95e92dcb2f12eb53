-- What the clinic and its doctors say of themselves to whoever was never there: plain rows that an admin edits.

create table clinic_profile (
  id int primary key default 1 check (id = 1),
  emergency_numbers text[] not null default '{}',
  directions_fr text not null default '',
  directions_en text not null default '',
  access_fr text not null default '',
  access_en text not null default '',
  payment_fr text not null default '',
  payment_en text not null default ''
);

-- When somebody answers at the clinic, whoever of its doctors receives.
create table clinic_hours (
  weekday smallint not null check (weekday between 1 and 7),
  opens text not null,
  closes text not null,
  primary key (weekday, opens)
);

create table clinic_page (
  page text primary key check (page in ('legal', 'privacy', 'accessibility')),
  owner text not null,
  text_fr text not null,
  text_en text not null,
  reviewed_on date not null
);

create table doctor_profile (
  doctor_id uuid primary key references doctor (id),
  about_fr text not null default '',
  about_en text not null default '',
  languages text[] not null default '{}',
  sector text check (sector in ('one', 'two', 'two_optam', 'none')),
  fees_fr text not null default '',
  fees_en text not null default '',
  takes_new_patients boolean
);

-- Only what was encoded anew gets here; its address names its bytes, so they never change under it.
create table doctor_photo (
  doctor_id uuid primary key references doctor (id),
  hash text not null,
  bytes bytea not null check (octet_length(bytes) <= 200000),
  check (hash = encode(sha256(bytes), 'hex'))
);

create index doctor_photo_hash_idx on doctor_photo (hash);

-- What to bring to such a visit, and how to prepare for it.
alter table visit_type
  add column instructions_fr text not null default '',
  add column instructions_en text not null default '';
