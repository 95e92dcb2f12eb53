import { inngest } from '@/inngest/client'
import { runWoken } from '@/inngest/events'
import { relayNow } from '@/inngest/relay-now'
import { carryPortion } from '@/lib/commands/run/carry-portion'
import { acknowledgeEvent } from '@/lib/commands/saga/acknowledge-event'
import { db } from '@/lib/db/client'
import { isEnding } from '@/lib/ending'
import { failpoint } from '@/lib/failpoint'
import { isoNow } from '@/lib/iso-now'
import { findRunBegin } from '@/lib/queries/run/run-begin'
import { env } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'

/** Postgres knows what is left of a run; Inngest giving up ends a call, and the sweep begins another. */
const retries = 20

/** One portion of a run a call, which sends itself on. A second call of the same run waits. */
export const carryRun = inngest.createFunction(
  { id: 'carry-run', triggers: [runWoken], retries, concurrency: { limit: 1, key: 'event.data.runId' } },
  async ({ event: { data }, step }) => {
    const { runId } = data
    const beginsAt = await step.run('begin', () => beginRun(data))
    if (!beginsAt) return
    if (beginsAt > isoNow()) await step.sleepUntil('until it begins', beginsAt)
    const more = await step.run('portion', () => carryOn(runId))
    if (typeof more === 'string') await step.sleepUntil('until it looks again', more)
    if (more) await step.sendEvent('on', runWoken.create({ runId }))
  },
)

/** Acknowledges the event that brought us here, and returns when the run begins (ISO instant); null for one that is over. */
async function beginRun({ runId, eventId }: { runId: string; eventId?: string }): Promise<string | null> {
  if (eventId) await acknowledgeEvent(db(), eventId)
  return findRunBegin(db(), runId)
}

/** What was recorded is posted at once, whatever becomes of the next portion. */
async function carryOn(runId: string): Promise<boolean | string> {
  try {
    return await carryPortion(db(), runId, { ...timing(), isEnding, onFault, reached })
  } finally {
    await relayNow()
  }
}

/** For tests: where a run is, they say when it goes on. */
function reached(point: 'before' | 'after', sagaId: string, position: number): Promise<void> {
  return failpoint(point === 'before' ? 'before-intent' : 'after-answer', { sagaId, step: String(position) })
}

function onFault(error: unknown, { id: item }: { id: string }): void {
  log().error({ item, fault: faultOf(error) }, 'an item of a run failed')
}

function timing() {
  return { deadlineMs: env().STEP_DEADLINE_MS, lateMs: env().LATE_CALL_MS, now: isoNow }
}
