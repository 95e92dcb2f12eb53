import type { Reason } from '@/components/booking/reason-choice'
import { db } from '@/lib/db/client'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import type { VisitedDoctor } from '@/lib/queries/people/doctors'
import { listOpenDays } from '@/lib/queries/visit/open-slots'

type At = {
  startsAt: string
  /** The day of the hour (ISO day). */
  day: string
  now: string
  holder: string | undefined
  /** For what the hour is already kept, also where its hold is not known. */
  kept: VisitType | undefined
  locale: 'fr' | 'en'
}

/** More than a day can have. */
const all = 1_000

/** Returns what a doctor can be visited for, each with whether it can begin at an hour (ISO instant). One statement. */
export async function reasonsAt(
  doctor: VisitedDoctor,
  { startsAt, day, kept, locale, ...asked }: At,
): Promise<Reason[]> {
  const { visitTypes } = doctor
  const wanted = visitTypes.map((length) => ({ doctor, length }))
  const open =
    visitTypes.length > 1 ? await listOpenDays(db(), wanted, { ...asked, from: day, days: 1, first: all }) : []
  return visitTypes.map((type, index) => {
    const isFree = open[index]?.some(({ slots }) => slots.some((slot) => slot.startsAt === startsAt)) ?? false
    return {
      id: type.id,
      name: type.name[locale],
      minutes: type.minutes,
      fits: isFree || (kept ? isWithin(type, kept) : false),
    }
  })
}

/** Whether one visit takes no time that another does not, if both begin at once. */
function isWithin(one: VisitType, other: VisitType): boolean {
  const [ends, otherEnds] = [one, other].map(({ minutes, afterMinutes }) => minutes + afterMinutes)
  return one.beforeMinutes <= other.beforeMinutes && (ends ?? 0) <= (otherEnds ?? 0)
}
