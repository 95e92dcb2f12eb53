import type { AppointmentRow } from '@/lib/projections/appointment'
import type { RunRow } from '@/lib/projections/run'
import type { SagaRow } from '@/lib/projections/saga'
import type { SlotClaimRow } from '@/lib/projections/slot-claim'
import type { Change } from './announce'
import { project } from './project'
import type { Recorded } from './recorded'

type Written = {
  claim: readonly SlotClaimRow[]
  free: readonly SlotClaimRow[]
  appointment: readonly AppointmentRow[]
  run: readonly RunRow[]
  saga: readonly SagaRow[]
}

/**
 * Returns what open pages are to hear of what an append has written to streams as they were before. A visit that moves is
 * told of twice: it leaves one time and comes to another.
 */
export function changesTold(
  { claim, free, appointment, run, saga }: Written,
  streams: readonly { history: readonly Recorded[] }[],
): Change[] {
  const visits = new Set([...appointment.map(({ id }) => id), ...saga.map((row) => row.subject_id)])
  const before = appointment.length > 0 ? streams.flatMap(({ history }) => project(history).appointment) : []
  const left = before.filter((row) =>
    appointment.some(({ id, starts_at }) => id === row.id && starts_at !== row.starts_at),
  )
  const slots = [...claim, ...free, ...left.map(({ id, ...row }) => ({ ...row, appointment_id: id }))]
  return [
    ...run.map(({ id }) => ({ of: 'run', run: id }) as const),
    ...[...visits].map((visit) => ({ of: 'visit', visit }) as const),
    ...slots.map(
      (row) =>
        ({
          of: 'slot',
          visit: row.appointment_id,
          doctor: row.doctor_id,
          from: row.starts_at,
          to: row.ends_at,
        }) as const,
    ),
  ]
}
