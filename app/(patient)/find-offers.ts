import { db } from '@/lib/db/client'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { clinicDayOf, daysLater } from '@/lib/domain/schedule/clinic-days'
import { getClinic } from '@/lib/queries/clinic'
import { listDoctors, type VisitedDoctor } from '@/lib/queries/doctors'
import { nextLapse } from '@/lib/queries/holds'
import { listOpenSlots, type OpenSlots, usualVisit } from '@/lib/queries/open-slots'
import { findBrowserId } from '@/lib/session'

const daysShown = 14
const slotsShown = 3
const daysAhead = 84

type Asked = { specialty?: string; name?: string; later?: string; now: string; locale: string }

/** The doctors an address asks for, each with the next free hours for the usual visit; and whose hour comes next if there are none. */
export async function findOffers({ specialty, name = '', later, now, locale }: Asked) {
  const [clinic, everybody, holder] = await Promise.all([getClinic(db()), listDoctors(db()), findBrowserId()])
  const doctors = everybody.filter(({ visitTypes }) => visitTypes.length > 0)
  const wanted = doctors.map((doctor) => ({ doctor, length: usualVisit(doctor) }))
  const weeks = Math.min(Math.max(Number.parseInt(later ?? '0', 10) || 0, 0), daysAhead / 7 - 2)
  const from = daysLater(clinicDayOf(now, clinic.timeZone), weeks * 7)
  const question = { now, holder, first: slotsShown }
  const [open, lapsesAt] = await Promise.all([
    listOpenSlots(db(), wanted, { ...question, from, days: daysShown }),
    nextLapse(
      db(),
      doctors.map(({ id }) => id),
      now,
    ),
  ])
  const all = doctors.map((doctor) => ({ doctor, ...(open.get(doctor.id) ?? { slots: [], count: 0 }) }))
  const isWanted = (doctor: VisitedDoctor) =>
    (!specialty || doctor.specialty === specialty) && plain(doctorName(doctor, locale)).includes(plain(name))
  const chosen = all.filter(({ doctor }) => isWanted(doctor))
  const isNone = chosen.every(({ slots }) => slots.length === 0)
  const ours = wanted.filter(({ doctor }) => isWanted(doctor))
  const ahead = isNone && (await listOpenSlots(db(), ours, { now, holder, first: 1, days: daysAhead }))
  return { all, chosen, next: ahead ? soonestOf(ahead) : undefined, weeks, clinic, lapsesAt }
}

function soonestOf(open: ReadonlyMap<string, OpenSlots>): Slot | undefined {
  return [...open.values()].flatMap(({ slots }) => slots).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0]
}

/** Without case and accents, as people type a name. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
