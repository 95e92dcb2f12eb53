import type { DeclineReason } from './events'

/** One visit's interval of one doctor's time; instants are ISO strings with offset Z. */
export type Slot = { doctorId: string; startsAt: string; endsAt: string }

type Known = { id: string; patientId: string; slot: Slot; sms: boolean }

/** Every state an appointment can be in; `absent` is the state before the first event. */
export type Appointment =
  | { state: 'absent' }
  | (Known & { state: 'requested' })
  | (Known & { state: 'confirmed' })
  | (Known & { state: 'ended'; how: 'declined'; because: DeclineReason })

export type KnownAppointment = Exclude<Appointment, { state: 'absent' }>

export const absent: Appointment = { state: 'absent' }
