import { useLocale, useTimeZone } from 'next-intl'
import { lastOf } from '@/lib/domain/appointment/progress'
import { doctorName, ofTheDoctor, theDoctor } from '@/lib/domain/people/doctor-name'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { clock, dayAndClock, dayOf } from '@/lib/domain/schedule/wording'
import type { ShownVisit } from './visit'

/** What the sentences about a visit name, in the reader's language. */
export function useVisitWords({ doctor, startsAt, patientName, sagas }: ShownVisit) {
  const locale = useLocale()
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const [the, of] = [theDoctor(doctor, locale), ofTheDoctor(doctor, locale)]
  const move = lastOf('appointment-rescheduled', sagas)?.move
  return {
    patient: patientName,
    doctor: doctorName(doctor, locale),
    theDoctor: the,
    TheDoctor: upperFirst(the),
    ofTheDoctor: of,
    OfTheDoctor: upperFirst(of),
    day: dayOf(startsAt, place),
    time: clock(startsAt, place),
    before: dayAndClock(move?.from ?? startsAt, place),
    after: dayAndClock(move?.to ?? startsAt, place),
  }
}
