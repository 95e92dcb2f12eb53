import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'
import { db } from '@/lib/db/client'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { countWaiting } from '@/lib/queries/visit/day-list'
import { calendarRange } from '@/lib/views/calendar-range'
import { waitingTitle } from '@/lib/views/waiting-title'
import { dayOf } from '@/lib/views/wording'
import { AllDays } from './all-days'
import { DoctorDay } from './doctor-day'

type Search = { searchParams: Promise<{ date?: string; doctor?: string }> }

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const { doctor: own } = await requirePage('/day')
  const [t, locale, { date }, { timeZone }] = await Promise.all([
    getTranslations('desk'),
    getLocale(),
    searchParams,
    getClinic(db()),
  ])
  const range = calendarRange({ date, view: 'day', now: isoNow(), timeZone })
  const all = await countWaiting(db(), range.from, range.to)
  const waiting = own ? (all.get(own.id) ?? 0) : [...all.values()].reduce((sum, count) => sum + count, 0)
  const day = range.day === range.today ? t('day') : upperFirst(dayOf(range.from, { locale, timeZone }))
  return { title: waitingTitle(day, waiting) }
}

/** A doctor’s own day; for the desk that of all doctors side by side, or of the one that is named. */
export default async function DayPage({ searchParams }: Search) {
  const { doctor } = await requirePage('/day')
  const { date, doctor: slug } = await searchParams
  return doctor || slug ? <DoctorDay own={doctor} slug={slug} date={date} /> : <AllDays date={date} />
}
