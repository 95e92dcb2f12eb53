import { lastRowAt, pool } from './insert-row'
import { servePeer } from './serve-peer'
import { stepCount } from './task'

const both = `with row as (insert into bench_row (workflow, step) values ($1, $2))
              update floor set step = $2 where id = $1`

// The bare floor: no engine at all, and yet a trace of each workflow. One commit for its birth, one for each step (its row
// and its record together) and one for its end. Nothing takes up what a dead process has left.
await servePeer(async () => {
  await pool.query('create table if not exists floor (id text primary key, step int not null, ended_at timestamptz)')
  return {
    async run(id) {
      await pool.query({ name: 'birth', text: 'insert into floor (id, step) values ($1, 0)', values: [id] })
      for (let step = 1; step <= stepCount; step++) await pool.query({ name: 'step', text: both, values: [id, step] })
      lastRowAt.set(id, performance.now())
      await pool.query({ name: 'end', text: 'update floor set ended_at = $2 where id = $1', values: [id, new Date()] })
    },
  }
})
