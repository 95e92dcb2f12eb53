import { db } from '@/lib/db/client'
import type { Found } from '@/lib/domain/find/find-care'
import { clinicDayOf, daysLater } from '@/lib/domain/schedule/clinic-days'
import { dayMs } from '@/lib/domain/time'
import type { ListedDoctor } from '@/lib/queries/people/doctors'
import { nextLapse } from '@/lib/queries/visit/holds'
import { listOpenDays, type OpenDay, usualVisit } from '@/lib/queries/visit/open-slots'
import { offerDays } from '@/lib/views/landing/offer-days'

/** So many days are looked at for one page of free hours; and so many at all. */
const daysRead = 7
const daysAhead = 84

/** Of a day so many hours are shown; where one more is all there are, that too. */
const slotsShown = 4

type Asked = {
  specialty: string | undefined
  /** What answers to a text, if one was typed. */
  found: Found<ListedDoctor> | undefined
  from: string | undefined
  now: string
}
type Who = { doctor: ListedDoctor; type: ListedDoctor['visitTypes'][number] | undefined }

/**
 * Returns the free hours that an address asks for: of one specialty, of what answers to a text, or of everybody; from a
 * day on (ISO day), or from today. And when everybody's next hour is, by which the specialties are told.
 */
export async function findOffers(doctors: readonly ListedDoctor[], { specialty, found, from: asked, now }: Asked) {
  const today = clinicDayOf(now, doctors[0]?.timeZone ?? 'UTC')
  const from = dayWithin(asked, today)
  const isFirst = from === today
  const chosen = whoIsChosen(doctors, specialty, found)
  // Everybody's next hour is wanted anyway: those who are chosen for their usual visit are among them.
  const everybody = doctors.map((doctor): Who => ({ doctor, type: undefined }))
  const [soon, lapsesAt] = await Promise.all([
    daysOf([...everybody, ...chosen.filter(({ type }) => type)], now, today, daysRead),
    nextLapse(
      db(),
      doctors.map(({ id }) => id),
      now,
    ),
  ])
  const isOf = (who: Who) => (one: (typeof soon)[number]) => one.who.doctor === who.doctor && one.who.type === who.type
  const near = isFirst
    ? chosen.map((who) => ({ who, days: soon.find(isOf(who))?.days ?? [] }))
    : await daysOf(chosen, now, from, daysRead)
  const shown = offerDays(near, { isFirst })
  // Who is not free so soon is looked for further on, and so is everybody where the page is not full.
  const lacking = near.filter(({ days }) => shown.onward === undefined || (isFirst && days.length === 0))
  const page = lacking.length > 0 ? offerDays(await beyond(near, lacking, now, from, today), { isFirst }) : shown
  const soonest = soon.slice(0, doctors.length).map(({ who, days }) => {
    return { specialty: who.doctor.specialty, at: days[0]?.slots[0]?.startsAt }
  })
  return { ...page, isFirst, soonest, lapsesAt }
}

function whoIsChosen(doctors: readonly ListedDoctor[], specialty: Asked['specialty'], found: Asked['found']) {
  const all: readonly Who[] = found ? found.answers : doctors.map((doctor) => ({ doctor, type: undefined }))
  return all.filter(({ doctor }) => !specialty || doctor.specialty === specialty)
}

/** The day that is asked for, if hours are offered on it; or else today. */
function dayWithin(asked: string | undefined, today: string): string {
  const at = Date.parse(asked ?? '')
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === asked
  return asked && isDay && asked > today && asked <= daysLater(today, daysAhead) ? asked : today
}

async function daysOf(chosen: readonly Who[], now: string, from: string, days: number) {
  const wanted = chosen.map(({ doctor, type }) => ({ doctor, length: type ?? usualVisit(doctor) }))
  const open = await listOpenDays(db(), wanted, { now, from, days, first: slotsShown })
  return chosen.map((who, index) => ({ who, days: open[index] ?? [] }))
}

type Near = { who: Who; days: OpenDay[] }

/** The same days, and for those who lack some all that come after those that were read. */
async function beyond(near: readonly Near[], lacking: readonly Near[], now: string, from: string, today: string) {
  const [begin, end] = [daysLater(from, daysRead), daysLater(today, daysAhead + 1)]
  const left = Math.round((Date.parse(end) - Date.parse(begin)) / dayMs)
  const whose = lacking.map(({ who }) => who)
  const far = left > 0 ? await daysOf(whose, now, begin, left) : []
  return near.map(({ who, days }) => ({ who, days: [...days, ...(far[whose.indexOf(who)]?.days ?? [])] }))
}
