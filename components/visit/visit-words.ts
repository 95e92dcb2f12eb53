import { useLocale, useTimeZone } from 'next-intl'
import { doctorName, ofTheDoctor, theDoctor } from '@/lib/domain/people/doctor-name'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { lastOf } from '@/lib/views/progress'
import { dayOf, spokenClock, spokenDayAndClock, unbroken } from '@/lib/views/wording'
import type { ShownVisit } from './visit'

/** Returns what the sentences about a visit name, in the reader's language: a title stays with its name, a day with its month. */
export function useVisitWords({ doctor, startsAt, patientName, cancelledLate, sagas }: ShownVisit) {
  const locale = useLocale()
  const place = { locale, timeZone: useTimeZone() ?? 'UTC' }
  const [the, of] = [unbroken(theDoctor(doctor, locale)), unbroken(ofTheDoctor(doctor, locale))]
  const move = lastOf('appointment-rescheduled', sagas)?.move
  return {
    patient: patientName,
    late: cancelledLate ? 'yes' : 'no',
    doctor: unbroken(doctorName(doctor, locale)),
    theDoctor: the,
    TheDoctor: upperFirst(the),
    ofTheDoctor: of,
    OfTheDoctor: upperFirst(of),
    day: unbroken(dayOf(startsAt, place)),
    time: spokenClock(startsAt, place),
    before: unbroken(spokenDayAndClock(move?.from ?? startsAt, place)),
    after: unbroken(spokenDayAndClock(move?.to ?? startsAt, place)),
  }
}
