-- A clinic that is being set up for the first time: the link that was printed at the start, the browser that used it, and
-- how far it has come. A database without a row here was opened before there was one, or is the demo's.
create table clinic_opening (
  id int primary key default 1 check (id = 1),
  request_id uuid not null,
  link_hash bytea,
  link_until timestamptz(3),
  browser_hash bytea,
  browser_until timestamptz(3),
  mail_tried_at timestamptz(3),
  opened_at timestamptz(3)
);
