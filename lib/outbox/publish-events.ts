import type { Db } from '@/lib/db/client'
import { lookAhead, readOrder, restored } from '@/lib/event-store/read-order'
import { entryOf } from '@/lib/event-store/stream-kinds'
import { log } from '@/lib/telemetry/log'
import { type EventMessage, toMessage } from './cloud-event'
import { moveCursor, noteFailure, readCursor } from './event-cursor'
import { underLease } from './lease'

/** Every message was taken and kept, or none can be counted on. `because`: `no_answer`, or the broker's own word. */
export type Delivery = { acknowledged: true } | { acknowledged: false; because: string }

export type Deliver = (messages: EventMessage[]) => Promise<Delivery>

export type PublishSettings = {
  /** Whose cursor: a stream of another name begins at the first event. */
  name: string
  /** Which clinic speaks. */
  source: string
  /** How long one that died keeps the others out; longer than a delivery may take. */
  leaseMs?: number
  now: () => Date
  /** Whether no further batch is to be begun. */
  isOver?: () => boolean
}

const batchSize = 200

/**
 * Delivers every event there is and was not delivered yet, in the order of the store, batch by batch, until none is
 * left or one batch is not acknowledged. The cursor moves after that alone, so who dies in between delivers the same
 * again, with the same ids. One process works at a time; should two all the same, the later batches of either begin
 * where a batch was acknowledged, so that events come for the first time in their order whatever happens. Returns how
 * many were delivered. A delivery that fails is noted and logged when it begins and when it ends, and is no error.
 */
export async function publishEvents(db: Db, deliver: Deliver, settings: PublishSettings): Promise<number> {
  const { name } = settings
  for (let delivered = 0; ; ) {
    const { isBehind, isRestored } = await lookAhead(db, name)
    if ((!isBehind && !isRestored) || settings.isOver?.()) return delivered
    const work = () => (isRestored ? stop(db, settings, restored) : publishBatch(db, deliver, settings))
    const count = await underLease(db, name, settings, work)
    if (!count) return delivered
    delivered += count
  }
}

/** Returns how many were delivered: none when the broker did not take them, or another process has moved the cursor. */
async function publishBatch(db: Db, deliver: Deliver, settings: PublishSettings): Promise<number> {
  const { name, source } = settings
  const { place, failingSince } = await readCursor(db, name)
  const events = await readOrder(db, place, batchSize)
  const last = events.at(-1)
  if (!last) return 0
  const leaving = events.filter(({ recorded }) => entryOf(recorded).isStreamed)
  const delivery = await deliver(leaving.map((event) => toMessage(event, source)))
  if (!delivery.acknowledged) return stop(db, settings, delivery.because)
  if (!(await moveCursor(db, name, place, last.place))) return 0
  if (failingSince) log().info({ stream: name, since: failingSince }, 'the event stream goes on')
  return events.length
}

async function stop(db: Db, { name, now }: PublishSettings, because: string): Promise<0> {
  const { failingSince } = await readCursor(db, name)
  await noteFailure(db, name, because, now())
  if (!failingSince)
    log().warn({ stream: name, because }, 'the event stream stands still; bookings go on, and it catches up')
  return 0
}
