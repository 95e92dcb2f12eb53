import { type Item, type RunWork, resultOf } from '@/lib/commands/run/run-work'
import { cancelAppointment } from '@/lib/commands/visit/cancel-appointment'
import { rescheduleAppointment } from '@/lib/commands/visit/reschedule-appointment'
import type { Db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/appointment/may'
import { type ClosureChoice, choiceUnseen, lookAgainMs, type VisitChoice } from '@/lib/domain/schedule/closure'
import { laterBy } from '@/lib/domain/time'
import { inputOf } from './start-closure'
import { listVisitsInside } from './visits-inside'

/** Each visit of a closed time is called off, moved or left, by the commands that a single press would be. */
export const closureWork: RunWork = {
  async perform(db, _, { id: requestId, subjectId: appointmentId, input, run }, { now: clock }) {
    const now = clock()
    const chosen = input as unknown as VisitChoice
    if (chosen.choice === 'leave') return { outcome: 'done', said: 'left' }
    const { isInside, isOver } = await standing(db, appointmentId, spanOf(run))
    if (isOver) return { outcome: 'done', said: 'over' }
    // Somebody has moved it meanwhile.
    if (!isInside) return { outcome: 'done', said: 'elsewhere' }
    const request = { requestId, appointmentId, by: actorOf(run), because: run.id }
    if (chosen.choice === 'rebook') {
      const result = resultOf(await cancelAppointment(db, { ...request, reason: run.words }, now))
      return result.outcome === 'done' ? { ...result, said: 'called_off' } : result
    }
    if (chosen.startsAt === null) return { outcome: 'refused', said: 'no_hour' }
    const move = { ...request, startsAt: chosen.startsAt, holder: String(run.order.holder) }
    const result = resultOf(await rescheduleAppointment(db, move, now))
    return result.outcome === 'done' ? { ...result, said: 'moved' } : result
  },

  async lookAgain(db, { id: runId, doctorId, order }, now) {
    const inside = await listVisitsInside(db, doctorId ?? '', spanOf({ order }), now)
    const known = await db.runItem.findMany({ where: { runId }, select: { subjectId: true, position: true } })
    const fresh = inside.filter((id) => !known.some(({ subjectId }) => subjectId === id))
    const last = Math.max(-1, ...known.map(({ position }) => position))
    const input = inputOf(choiceUnseen(order.forAll as ClosureChoice))
    await db.runItem.createMany({
      data: fresh.map((subjectId, index) => ({ runId, position: last + 1 + index, subjectId, input })),
    })
    const until = laterBy(String(order.closedAt), lookAgainMs)
    return { added: fresh.length, until: until > now ? until : null }
  },
}

function spanOf({ order }: Pick<Item['run'], 'order'>) {
  return { startsAt: String(order.from), endsAt: String(order.to) }
}

function actorOf({ order, startedBy, doctorId }: Item['run']): Actor {
  return order.role === 'staff' ? { role: 'staff', id: startedBy } : { role: 'doctor', id: doctorId ?? '' }
}

async function standing(db: Db, id: string, { startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const visit = await db.appointment.findUnique({ where: { id } })
  const isOver = !visit || visit.status === 'ended'
  const isInside = !isOver && visit.startsAt < new Date(endsAt) && visit.endsAt > new Date(startsAt)
  return { isInside, isOver }
}
