import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'
import { PrintButton } from '@/components/calendar/day/day-print'
import { PaperDay } from '@/components/calendar/day/paper-day'
import { BackLink } from '@/components/frame/back-link'
import { db } from '@/lib/db/client'
import { isSlotFree } from '@/lib/domain/appointment/standing'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { clinicDays } from '@/lib/domain/schedule/clinic-days'
import { openingsOn } from '@/lib/domain/schedule/open-slots'
import { isoNow } from '@/lib/iso-now'
import { readBoard } from '@/lib/queries/calendar/board'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { calendarRange } from '@/lib/views/calendar-range'
import { closedTimes } from '@/lib/views/closed-times'
import { dayRows } from '@/lib/views/day-rows'
import { dayOf } from '@/lib/views/wording'

type Search = { searchParams: Promise<{ date?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('day'))('paper') }
}

const wholeDay = { part: { from: 0, to: 24 * 60 } }

/** The day of all doctors on paper, a sheet for each who receives on it. */
export default async function PaperPage({ searchParams }: Search) {
  const { doctor: own } = await requirePage('/day')
  const { date } = await searchParams
  if (own) redirect(`/day?date=${date ?? ''}` as Route)
  const now = isoNow()
  const [t, locale, clinic] = await Promise.all([getTranslations('day'), getLocale(), getClinic(db())])
  const { timeZone } = clinic
  const range = calendarRange({ date, view: 'day', now, timeZone })
  const { doctors, visits: all } = await readBoard(db(), { range, now })
  const days = clinicDays(range.day, 1, timeZone)
  const sheets = doctors.flatMap((doctor) => {
    const own = all.filter(({ doctorId }) => doctorId === doctor.id)
    if (own.length === 0 && days.every((day) => openingsOn(doctor.schedule, day).length === 0)) return []
    const visits = own.map((visit) => ({ ...visit, isHeld: !isSlotFree(visit.standing) }))
    const closed = closedTimes(doctor.schedule, { ...range, ...wholeDay })
    return [{ doctor, rows: dayRows({ visits, closed, now, visitMinutes: doctor.visitTypes[0]?.minutes ?? 20 }) }]
  })
  return (
    <main id="main" className="page">
      <div className="page-head not-printed">
        <div>
          <BackLink href={`/day?date=${range.day}`}>{t('all')}</BackLink>
          <h1>{upperFirst(dayOf(range.from, { locale, timeZone }))}</h1>
          <p className="soft small">{t('paper_what', { count: sheets.length })}</p>
        </div>
        <div className="row push">
          <PrintButton />
        </div>
      </div>
      {sheets.map(({ doctor, rows }) => (
        <PaperDay key={doctor.id} doctor={doctor} from={range.from} rows={rows} clinic={clinic.name} now={now} />
      ))}
    </main>
  )
}
