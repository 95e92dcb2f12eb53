import { mayCall } from '@/app/api/may-call'
import { db } from '@/lib/db/client'
import { minuteMs, secondMs } from '@/lib/domain/time'
import { readReadiness } from '@/lib/queries/health/readiness'
import { env } from '@/lib/settings/env'

const startedAt = new Date(Date.now() - process.uptime() * secondMs)
const deadlineMs = 2_000
/** How often Inngest calls for a sweep. */
const cronMs = minuteMs

/** Whether this instance can do all of its work: 200, or 503 with the names of the parts that fail. */
export async function GET(): Promise<Response> {
  await mayCall('/api/health/ready')
  const { SWEEP_LATE_MS, WATCH_EVERY_MS, OUTBOX_RESEND_MS } = env()
  const checks = await readReadiness(db(), {
    now: new Date(),
    startedAt,
    // By then the app has registered again, and Inngest could have called twice since.
    engineLateMs: SWEEP_LATE_MS + WATCH_EVERY_MS + 2 * cronMs,
    // The app sweeps by itself after the first; by the second it must have.
    sweepLateMs: SWEEP_LATE_MS + 2 * WATCH_EVERY_MS,
    // Posted again twice, and nobody has acknowledged it.
    outboxLateMs: 3 * OUTBOX_RESEND_MS,
    deadlineMs,
  })
  const isReady = checks.every(({ ok }) => ok)
  return Response.json(
    { status: isReady ? 'ready' : 'not ready', checks },
    { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
