import { setTimeout as sleep } from 'node:timers/promises'
import { createAppointment } from '@/lib/commands/visit/create-appointment'
import { rescheduleAppointment } from '@/lib/commands/visit/reschedule-appointment'
import type { Db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import type { Doctor } from '@/lib/queries/people/doctors'

/** What a client wants: this hour for a new visit, or for the visit of this id. */
export type Wish = { requestId: string; startsAt: string; move: string | null }

export type Answer = Awaited<ReturnType<typeof createAppointment>> | Awaited<ReturnType<typeof rescheduleAppointment>>

/** A wish and what came of it. */
export type Told = Wish & ({ answer: Answer } | { thrown: unknown })

/** What came of a rush, and what should not have. */
export type Raced = { told: Told[]; violations: string[] }

export const wish = (startsAt: string, move: string | null = null): Wish => ({ requestId: newId(), startsAt, move })

/**
 * All clients ask within so many milliseconds, over the connections of these databases. Nothing is thrown: it is told.
 */
export function rush(dbs: readonly Db[], doctor: Doctor, wishes: readonly Wish[], withinMs = 1): Promise<Told[]> {
  const tell = async (wish: Wish, number: number): Promise<Told> => {
    await sleep((number * 37) % withinMs)
    try {
      return { ...wish, answer: await ask(dbs[number % dbs.length] as Db, doctor, wish, number) }
    } catch (thrown) {
      return { ...wish, thrown }
    }
  }
  return Promise.all(wishes.map(tell))
}

function ask(db: Db, doctor: Doctor, { requestId, startsAt, move }: Wish, number: number): Promise<Answer> {
  if (move) {
    const by = { role: 'doctor' as const, id: doctor.id }
    return rescheduleAppointment(db, { requestId, appointmentId: move, by, startsAt }, isoNow())
  }
  const patient = {
    name: `Patient ${number}`,
    email: `patient-${number}@example.org`,
    phone: null,
    language: 'fr' as const,
  }
  return createAppointment(db, { requestId, doctorSlug: doctor.slug, startsAt, patient }, isoNow())
}

/** The name of a refusal; `accepted` and `thrown` for what is none. */
export function outcomeOf(told: Told): string {
  if ('thrown' in told) return 'thrown'
  return told.answer.ok ? 'accepted' : told.answer.refused
}

/** What a client met instead of an answer, in one line. */
export function faultOf({ thrown }: { thrown: unknown }): string {
  return `A client met a fault: ${String(thrown).trim().split('\n').at(-1)}`
}

/** The free hours that a refusal offers instead. */
export function nearestOf(told: Told): { startsAt: string; endsAt: string }[] {
  if ('thrown' in told || told.answer.ok || told.answer.refused !== 'slot_taken') return []
  return told.answer.data?.nearest ?? []
}

/** How many were told what: `1 booked, 199 slot_taken`. */
export function countOutcomes(told: readonly Told[]): string {
  const outcomes = told.map((answer) => {
    const outcome = outcomeOf(answer)
    if (outcome !== 'accepted') return outcome
    return answer.move ? 'moved' : 'booked'
  })
  const names = [...new Set(outcomes)].sort()
  return names.map((name) => `${outcomes.filter((outcome) => outcome === name).length} ${name}`).join(', ')
}
