import type { Route } from 'next'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { Standing } from '@/lib/domain/appointment/standing'
import type { PlannedWord, StepSaying } from '@/lib/domain/messages/channels'
import { clock } from '@/lib/views/wording'

/** A visit as the calendar is given it. Instants are ISO strings. */
export type CalendarVisitFacts = {
  id: string
  standing: Standing
  startsAt: string
  endsAt: string
  patientName: string
  /** ISO day; null when nobody said. */
  birthDate: string | null
  /** What it was booked as, and what the patient wrote about why they come. */
  visitType: { fr: string; en: string } | null
  reason: string | null
  step: { name: string; tries: number } | null
}

/** A visit with its words. */
export type ShownCalendarVisit = CalendarVisitFacts & {
  /** Its own page. */
  url: Route
  patient: string
  time: string
  state: string
  /** What its saga is at: "E-mail the patient, try 2". */
  saga: string | null
}

/** Returns what a calendar says of a visit, in the reader's language. */
export function useCalendarWords(): (visit: CalendarVisitFacts) => ShownCalendarVisit {
  const t = useTranslations('calendar')
  const ts = useTranslations()
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const stepOf = ({ name, tries }: { name: string; tries: number }) => {
    const undone = name.startsWith('undo:') ? name.slice('undo:'.length) : null
    const step = undone
      ? ts(`undo.${undone as StepSaying<'confirmed'>}`)
      : ts(`step.${name as StepSaying<PlannedWord>}`)
    return tries > 1 ? t('step_try', { step, tries }) : step
  }
  return (visit) => ({
    ...visit,
    url: `/calendar/visits/${visit.id}` as Route,
    patient: visit.patientName,
    time: clock(visit.startsAt, place),
    state: t(`state_${visit.standing}`),
    saga: visit.step && stepOf(visit.step),
  })
}
