import ical from 'ical-generator'
import { sequenceOf } from '@/lib/domain/appointment/sequence'
import { type DoctorReader, doctorWords } from './doctor-words'
import { visitObject } from './visit-object'

type FeedVisit = {
  id: string
  version: number
  startsAt: string
  endsAt: string
  updatedAt: string
  state: 'requested' | 'confirmed' | 'completed' | 'no_show'
  visitType: { fr: string; en: string } | null
}

const refreshSeconds = 15 * 60

/**
 * A doctor's visits as an iCalendar file that calendar programs read again and again (RFC 5545): the same bytes as long
 * as nothing changes.
 */
export function feedIcs(visits: readonly FeedVisit[], reader: DoctorReader): string {
  const calendar = ical({ name: 'Carnet', prodId: { company: 'carnet', product: 'feed' }, ttl: refreshSeconds })
  for (const { id: appointmentId, version, startsAt, endsAt, updatedAt: madeAt, state, visitType } of visits) {
    const status = state === 'requested' ? 'tentative' : 'confirmed'
    const words = doctorWords({ appointmentId, state, visitType }, reader)
    const sequence = sequenceOf(version)
    calendar.createEvent(visitObject({ appointmentId, startsAt, endsAt, status, sequence, madeAt, ...words }))
  }
  return calendar.toString()
}
