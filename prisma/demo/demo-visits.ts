import type { doctors, patients } from './cast'

/** A visit of the demo. It is booked at the first free hour from `at` on (wall clock) of the doctor's nth open day. */
export type DemoVisit = {
  /** Names its request, so that it is booked once however often the seed runs. Never given to another visit. */
  number: number
  patient: keyof typeof patients
  doctor: keyof typeof doctors
  /** 0 is the first day with a free hour, which may be today. */
  openDay: number
  at: string
  isConfirmed: boolean
  /** Mail refuses every message while this booking is carried, so it is undone and asks for a person. */
  mailRefuses?: true
}

const visit = (
  number: number,
  patient: DemoVisit['patient'],
  doctor: DemoVisit['doctor'],
  openDay: number,
  at: string,
  then: 'confirmed' | 'requested' = 'requested',
): DemoVisit => ({ number, patient, doctor, openDay, at, isConfirmed: then === 'confirmed' })

/** The demo's visits, mostly Dre Vasseur's, about half of them confirmed. */
export const demoVisits: readonly DemoVisit[] = [
  visit(1, 'amina', 'helene', 0, '09:10', 'confirmed'),
  visit(2, 'lucie', 'helene', 0, '10:30', 'confirmed'),
  visit(3, 'jules', 'helene', 0, '14:00'),
  visit(4, 'theo', 'helene', 1, '08:50', 'confirmed'),
  visit(5, 'karim', 'helene', 1, '11:10'),
  visit(6, 'margaret', 'helene', 1, '15:40', 'confirmed'),
  visit(7, 'lucie', 'helene', 2, '09:30'),
  visit(8, 'amina', 'helene', 3, '16:20', 'confirmed'),
  visit(9, 'theo', 'helene', 4, '10:10'),
  visit(10, 'karim', 'idris', 0, '09:30', 'confirmed'),
  visit(11, 'margaret', 'idris', 1, '14:30'),
  visit(12, 'jules', 'claire', 0, '09:50', 'confirmed'),
  visit(13, 'amina', 'samuel', 0, '10:15'),
  { ...visit(14, 'theo', 'sofia', 1, '14:30'), mailRefuses: true },
]
