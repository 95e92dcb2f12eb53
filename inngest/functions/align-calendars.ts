import { cron } from 'inngest'
import { inngest } from '@/inngest/client'
import { alignCalendar, listAlignments } from '@/lib/commands/calendar/align-calendar'
import { noteCaughtUp } from '@/lib/commands/calendar/connect-calendar'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { listLeftBehind } from '@/lib/queries/calendar/own-calendar'
import { env } from '@/lib/settings/env'
import { faultOf, log } from '@/lib/telemetry/log'

/** So many visits are compared in one call. */
const portion = 10

/** Every five minutes: doctors' own calendars that missed a visit while they were away are put right. */
export const alignCalendars = inngest.createFunction(
  { id: 'align-calendars', triggers: [cron('*/5 * * * *')], retries: 0, concurrency: 1 },
  async ({ step }) => {
    for (const doctorId of await step.run('list', () => listLeftBehind(db(), settledAt()))) {
      // What survives being kept as JSON comes back as it was.
      await catchUp(doctorId, (name, work) => step.run(`${name}:${doctorId}`, work) as ReturnType<typeof work>)
    }
  },
)

/** Runs a named piece of work once and keeps its answer: Inngest's `step.run`, or a plain call. */
type RunStep = <Answer extends Kept>(name: string, work: () => Promise<Answer>) => Promise<Answer>
/** What survives being kept as JSON. */
type Kept = boolean | { begunAt: string | null; ids: string[] }

/**
 * Puts one doctor's calendar right, as far as its server answers. Returns whether it was compared to the end; a fault
 * of ours is logged, and is no other doctor's.
 */
export async function catchUp(doctorId: string, run: RunStep): Promise<boolean> {
  return compareAll(doctorId, run).catch((error) => {
    log().error({ doctorId, fault: faultOf(error) }, 'a calendar could not be put right')
    return false
  })
}

async function compareAll(doctorId: string, run: RunStep): Promise<boolean> {
  const { begunAt, ids } = await run('visits', async () => {
    const now = isoNow()
    const listed = await listAlignments(db(), doctorId, 'compare', now, timing())
    return listed.ok ? { begunAt: now, ids: listed.value } : { begunAt: null, ids: [] }
  })
  if (begunAt === null) return false
  for (let done = 0; done < ids.length; done += portion) {
    const some = { doctorId, work: 'compare' as const, ids: ids.slice(done, done + portion) }
    if (!(await run(`align-${done}`, async () => (await alignCalendar(db(), some, timing())).ok))) return false
  }
  return run('end', () => noteCaughtUp(db(), doctorId, begunAt, isoNow()))
}

/** Before then, no call that was given up can still arrive. */
function settledAt(): string {
  const { deadlineMs, lateMs } = timing()
  return new Date(Date.now() - deadlineMs - lateMs).toISOString()
}

function timing() {
  return { deadlineMs: env().STEP_DEADLINE_MS, lateMs: env().LATE_CALL_MS, now: isoNow }
}
