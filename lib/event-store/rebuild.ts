import type { Db } from '@/lib/db/client'
import { minuteMs } from '@/lib/domain/time'
import { toRecorded } from './load'
import { project } from './project'
import type { ReadModels } from './read-models'
import type { Recorded } from './recorded'

const tables = [
  'saga_step_attempt',
  'saga',
  'run',
  'slot_overlap',
  'slot_claim',
  'appointment',
  'patient_root',
] as const satisfies (keyof ReadModels)[]

/** A hold is no read model: it is not made again, so it stays. */
const clear: Record<(typeof tables)[number], string> = {
  saga_step_attempt: 'delete from saga_step_attempt',
  saga: 'delete from saga',
  run: 'delete from run',
  slot_overlap: 'delete from slot_overlap',
  slot_claim: 'delete from slot_claim where held_until is null',
  appointment: 'delete from appointment',
  patient_root: 'delete from patient_root',
}

/**
 * Throws the read models away and makes them again from the events, in one transaction. The result is the same, byte
 * for byte, as what append had written. Returns how many events and streams were read.
 */
export async function rebuild(db: Db): Promise<{ events: number; streams: number }> {
  return db.$transaction(
    async (tx) => {
      for (const table of tables) await tx.$executeRawUnsafe(clear[table])
      const rows = await tx.event.findMany({ orderBy: [{ streamId: 'asc' }, { version: 'asc' }] })
      const streams = new Map<string, Recorded[]>()
      for (const recorded of rows.map(toRecorded)) {
        streams.set(recorded.streamId, [...(streams.get(recorded.streamId) ?? []), recorded])
      }
      for (const stream of streams.values()) await write(tx, stream)
      // What was inherited follows from what all streams claim together.
      await tx.$executeRaw`select inherit_claims(id, '(,)') from doctor`
      return { events: rows.length, streams: streams.size }
    },
    { timeout: 10 * minuteMs, maxWait: minuteMs },
  )
}

type Transaction = Parameters<Parameters<Db['$transaction']>[0]>[0]

async function write(tx: Transaction, stream: readonly Recorded[]): Promise<void> {
  const models = project(stream)
  for (const table of tables.toReversed()) {
    if (models[table].length === 0) continue
    const insert = `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`
    await tx.$executeRawUnsafe(insert, JSON.stringify(models[table]))
  }
}
