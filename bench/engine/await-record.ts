import pg from 'pg'
import { connectionTo } from '@/lib/db/connection'

type Record = {
  table: string
  /** What the engine does to the table when a workflow is complete: `update` or `delete`. */
  how: 'update' | 'delete'
  /** For which rows that is so. */
  when: string
  /** What those who wait call the workflow. */
  key: string
}

const channel = 'bench_record'

/**
 * For engines that do not tell their caller when a workflow is recorded as complete: the database tells, by a trigger
 * of the bench's own, as soon as the record is committed. Nobody has to look.
 */
export async function recordsIn({ table, how, when, key }: Record): Promise<(key: string) => Promise<void>> {
  const recorded = new Set<string>()
  const waiting = new Map<string, () => void>()
  const client = new pg.Client(connectionTo(process.env.DATABASE_URL ?? ''))
  client.on('error', () => {})
  client.on('notification', ({ payload = '' }) => {
    const resolve = waiting.get(payload)
    if (!resolve) return void recorded.add(payload)
    waiting.delete(payload)
    resolve()
  })
  await client.connect()
  await client.query(`listen ${channel}`)
  await client.query(
    `create or replace function bench_record() returns trigger language plpgsql as
       $$ begin perform pg_notify('${channel}', (${key})::text); return null; end $$;
     create or replace trigger bench_record after ${how} on ${table} for each row when (${when})
       execute function bench_record()`,
  )
  return (wanted) =>
    new Promise((resolve) => {
      if (recorded.delete(wanted)) resolve()
      else waiting.set(wanted, resolve)
    })
}
