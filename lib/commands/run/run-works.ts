import { alignCalendar, finishAlignment, type Work } from '@/lib/commands/calendar/align-calendar'
import { closureWork } from '@/lib/commands/closure/closure-work'
import { operateSaga } from '@/lib/commands/saga/operate-saga'
import { confirmAppointment } from '@/lib/commands/visit/confirm-appointment'
import type { Actor } from '@/lib/domain/appointment/may'
import type { RunKind } from '@/lib/domain/run/events'
import type { Operation } from '@/lib/domain/saga/operate'
import { type Item, type RunWork, resultOf } from './run-work'

/** How an item of each kind of run is done. */
export const runWorks: Record<RunKind, RunWork> = {
  closure: closureWork,
  confirm: {
    async perform(db, _, { id: requestId, subjectId: appointmentId, run }, { now }) {
      return resultOf(await confirmAppointment(db, { requestId, appointmentId, by: actorOf(run) }, now()))
    },
  },
  'operate-sagas': {
    async perform(db, _, { id: requestId, subjectId: sagaId, input, run }, { now }) {
      const operation = run.order.operation as Operation
      const request = { requestId, sagaId, operation, version: Number(input.version), by: run.startedBy }
      return resultOf(await operateSaga(db, { ...request, note: run.words }, now()))
    },
  },
  'align-calendar': {
    async perform(_, outside, { subjectId, run }, timing) {
      const request = { doctorId: doctorOf(run), work: run.order.work as Work, ids: [subjectId] }
      const aligned = await alignCalendar(outside, request, timing)
      // Without the calendar none of the others can be looked at.
      if (!aligned.ok) return { outcome: 'refused', said: aligned.refused, endsAll: true }
      const [said = 'right'] = Object.entries(aligned.value).flatMap(([became, count]) => (count > 0 ? became : []))
      return { outcome: said === 'failed' ? 'failed' : 'done', said }
    },
    async end(db, run, notDone, timing) {
      if (notDone > 0 && run.order.work === 'leave') return
      await finishAlignment(db, { doctorId: doctorOf(run), work: run.order.work as Work, failed: notDone }, timing)
    },
  },
}

/** Who acts on the visits: their doctor, or whoever started it at the desk. */
function actorOf(run: Item['run']): Actor {
  return run.order.role === 'staff' ? { role: 'staff', id: run.startedBy } : { role: 'doctor', id: doctorOf(run) }
}

function doctorOf({ id, doctorId }: Item['run']): string {
  if (!doctorId) throw new Error(`run ${id} is of no doctor`)
  return doctorId
}
