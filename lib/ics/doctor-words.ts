import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'
import { placeOf, type VisitWords } from './visit-object'

/** A visit as its doctor's calendars tell of it: nothing of who comes. */
type DoctorVisit = {
  appointmentId: string
  state: 'requested' | 'confirmed' | 'completed' | 'no_show'
  /** Null for visits from before there were types. */
  visitType: { fr: string; en: string } | null
}

/** Who reads it, and where; `home` is where people reach the clinic. */
export type DoctorReader = { language: 'fr' | 'en'; clinic: { name: string; address: string }; home: string }

/**
 * Returns what a doctor's calendars say of a visit, those they subscribe to and their own alike: what it is and how it
 * stands. It names no person; it leads to the visit's page, where one signs in.
 */
export function doctorWords(visit: DoctorVisit, { language, clinic, home }: DoctorReader): VisitWords {
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const type = visit.visitType?.[language] ?? t('feed.visit')
  return {
    summary: t('feed.summary', { type, state: t(`feed.state_${visit.state}`) }),
    location: placeOf(clinic),
    url: new URL(`/calendar/visits/${visit.appointmentId}`, home).href,
  }
}
