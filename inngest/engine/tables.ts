import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'

const definition = `
create table engine.function (
  id text primary key,
  app text not null,
  url text not null,
  config json not null,
  gone_at timestamptz
);
create table engine.cron (
  function_id text not null,
  expression text not null,
  next_at timestamptz not null,
  primary key (function_id, expression)
);
create table engine.event (
  id text primary key,
  received_at timestamptz not null
);
create table engine.run (
  id uuid primary key,
  function_id text not null,
  key text,
  event json not null,
  event_id text not null,
  status text not null default 'Running',
  version int not null default -1,
  is_planning boolean not null default false,
  output json,
  parent_run uuid,
  parent_step text,
  started_at timestamptz not null,
  ended_at timestamptz,
  unique (function_id, key)
);
create table engine.step (
  run_id uuid not null,
  id text not null,
  name text not null,
  op text not null,
  memo json,
  position int,
  attempts int not null default 1,
  is_race boolean not null default false,
  ended_at timestamptz,
  primary key (run_id, id)
);
create table engine.job (
  key text primary key,
  kind text not null,
  run_id uuid not null,
  step_id text,
  attempt int not null default 0,
  permits text[] not null default '{}',
  run_at timestamptz not null,
  lease uuid
);
create table engine.wait (
  run_id uuid not null,
  step_id text not null,
  event_name text not null,
  expression text,
  primary key (run_id, step_id)
);
create index run_of_event on engine.run (event_id);
create index run_under_way on engine.run (function_id) where status = 'Running';
create index run_ended on engine.run (ended_at) where ended_at is not null;
create index job_due on engine.job (run_at) where lease is null;
create index job_of_run on engine.job (run_id);
create index wait_for_event on engine.wait (event_name);
`

const version = createHash('sha256').update(definition).digest('hex')

/**
 * Makes the engine's own schema when it is missing or of another version. What an older one still carried is dropped
 * with it, as a new Inngest server knows nothing of an old one's runs: whoever sent it tells it again.
 */
export async function makeTables(client: PoolClient): Promise<void> {
  const found = await client.query(`select obj_description(to_regnamespace('engine'), 'pg_namespace') as version`)
  if (found.rows[0]?.version === version) return
  await client.query(`begin; drop schema if exists engine cascade; create schema engine; ${definition}
    comment on schema engine is '${version}'; commit`)
}
