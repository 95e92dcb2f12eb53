import { useLocale, useTimeZone } from 'next-intl'
import { doctorName, ofTheDoctor, theDoctor } from '@/lib/domain/people/doctor-name'
import { clock, dayOf } from '@/lib/domain/schedule/wording'
import { upperFirst } from './upper-first'
import type { ShownVisit } from './visit'

/** What the sentences about a visit name, in the reader's language. */
export function useVisitWords({ doctor, startsAt, patientName }: ShownVisit) {
  const locale = useLocale()
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const [the, of] = [theDoctor(doctor, locale), ofTheDoctor(doctor, locale)]
  return {
    patient: patientName,
    doctor: doctorName(doctor, locale),
    theDoctor: the,
    TheDoctor: upperFirst(the),
    ofTheDoctor: of,
    OfTheDoctor: upperFirst(of),
    day: dayOf(startsAt, place),
    time: clock(startsAt, place),
    clockOf: (instant: string) => clock(instant, place),
  }
}
