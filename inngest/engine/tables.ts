/** The engine's own schema. It may be dropped at any time: what it carries is told again by whoever sent it. */
export const tables = `
create schema if not exists engine;

create table if not exists engine.function (
  id text primary key,
  url text not null,
  config jsonb not null
);
create table if not exists engine.cron (
  function_id text not null references engine.function on delete cascade,
  expression text not null,
  next_at timestamptz not null,
  primary key (function_id, expression)
);
create table if not exists engine.event (
  id text primary key,
  name text not null,
  received_at timestamptz not null default now()
);
create table if not exists engine.run (
  id uuid primary key default gen_random_uuid(),
  function_id text not null,
  event jsonb not null,
  event_id text not null,
  status text not null default 'running',
  version int not null default -1,
  output jsonb,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (function_id, event_id)
);
create table if not exists engine.step (
  run_id uuid not null references engine.run on delete cascade,
  id text not null,
  position int not null,
  memo jsonb not null,
  primary key (run_id, id)
);
create table if not exists engine.job (
  id bigserial primary key,
  run_id uuid not null references engine.run on delete cascade,
  sleep_id text,
  attempt int not null default 0,
  run_at timestamptz not null,
  lease uuid,
  leased_at timestamptz
);
create index if not exists job_due on engine.job (run_at);
create index if not exists run_ended on engine.run (ended_at);
create index if not exists event_received on engine.event (received_at);
`
