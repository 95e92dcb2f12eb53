import { changeRun } from '@/lib/commands/run/change-run'
import { startRun } from '@/lib/commands/run/start-run'
import type { Db } from '@/lib/db/client'
import { idFrom, newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { waitUntil } from '@/scripts/launch/wait-until'
import { check, readLedger, type Violation } from './check'
import type { Lab } from './lab'
import { rest } from './rest'
import { type Victim, victims } from './round'
import { type Visit, visitsOf } from './visits'

type Trial = { items: number; every: number; patienceMs: number }

/** At this item the engine loses all it knows. */
const wipedAt = 20

/**
 * Confirms many requests by one run, and kills the app, the engine and Postgres in turn as the run comes to each
 * `every`-th item; then stops a second run on its way. Returns how often something was killed, and what was broken: an
 * item without one result, a visit that was not confirmed once, anything done after *stop* was answered, or anything that
 * `check` finds, such as a patient who was told twice.
 */
export async function killRuns(lab: Lab, { items, every, patienceMs }: Trial) {
  const visits = await visitsOf(lab.db)
  const [first, second] = [await bookMany(visits, items), await bookMany(visits, Math.min(items, 20))]
  await rest(lab.db, patienceMs)
  const violations: Violation[] = []
  const broken = (rule: string, detail: unknown) => violations.push({ rule, appointmentId: null, detail })

  // Every step of a saga goes on; the run waits at the item that is wanted, in the middle of its transaction.
  const runId = newId()
  const waitAt = (item: number) =>
    lab.failpoints.runTo({
      name: item % 2 ? 'before-intent' : 'after-answer',
      sagaId: idFrom(runId, 'run'),
      step: String(item),
    })
  waitAt(every)
  const started = await start(lab.db, first, runId)
  let kills = 0
  for (let at = every; at < items; at += every) {
    waitAt(at)
    await waitUntil(async () => lab.failpoints.isAt(started), patienceMs, `The run does not come to item ${at}.`)
    const known = await settled(lab.db, started)
    if (known !== at) broken('At an item, those before it have their result, and no other.', { at, known })
    const victim = victims[kills++ % victims.length] as Victim
    await lab[victim].kill()
    await lab[victim].start()
    if (at >= wipedAt && at - every < wipedAt) await loseEngine(lab)
  }
  lab.failpoints.release()
  const isOver = async () => (await lab.db.run.findUniqueOrThrow({ where: { id: started } })).state === 'finished'
  await waitUntil(isOver, patienceMs, 'The run does not end.').catch((error) => broken(error.message, started))
  const results = await lab.db.runItem.groupBy({ by: ['outcome'], where: { runId: started }, _count: true })
  if (results.length !== 1 || results[0]?.outcome !== 'done') broken('Each item is done.', results)
  for (const { id } of first) if ((await confirmations(lab.db, [id])) !== 1) broken('Each is confirmed once.', id)

  const stoppedId = await start(lab.db, second)
  await waitUntil(async () => (await settled(lab.db, stoppedId)) > 0, patienceMs, 'The second run does not begin.')
  await changeRun(lab.db, { runId: stoppedId, change: 'stop', by: 'nadia', doctorId: null }, isoNow())
  const ids = second.map(({ id }) => id)
  const [answered, known] = [await confirmations(lab.db, ids), await settled(lab.db, stoppedId)]
  if (answered !== known) broken('What is done has its result.', { answered, known })
  violations.push(...(await rest(lab.db, patienceMs)))
  const later = await confirmations(lab.db, ids)
  if (later !== answered) broken('Nothing is done after stop was answered.', { answered, later })
  violations.push(...(await check(lab.db, await readLedger(lab))))
  return { kills, violations }
}

/** The engine dies, and all it knows is gone. */
async function loseEngine(lab: Lab): Promise<void> {
  await lab.engine.kill()
  await lab.wipeEngine()
  await lab.engine.start()
}

async function bookMany(visits: Awaited<ReturnType<typeof visitsOf>>, count: number): Promise<Visit[]> {
  const booked: Visit[] = []
  for (let number = 0; number < count; number++) booked.push(await visits.book())
  return booked
}

/** Somebody at the desk confirms all of these, and closes the tab. */
async function start(db: Db, visits: readonly Visit[], requestId = newId()): Promise<string> {
  const items = visits.map(({ id: subjectId }) => ({ subjectId }))
  const run = { requestId, kind: 'confirm' as const, doctorId: null, by: 'nadia', items, undoMs: 0 }
  const begun = await startRun(db, { ...run, order: { role: 'staff' } }, isoNow())
  if (!begun.ok) throw new Error(begun.refused)
  return begun.value.runId
}

/** Postgres may be on its way up again. */
async function settled(db: Db, runId: string): Promise<number> {
  return db.runItem.count({ where: { runId, outcome: { not: null } } }).catch(() => 0)
}

function confirmations(db: Db, ids: readonly string[]): Promise<number> {
  return db.event.count({ where: { type: 'AppointmentConfirmed', streamId: { in: [...ids] } } })
}
