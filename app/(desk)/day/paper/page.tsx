import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'
import { PrintButton } from '@/components/calendar/day/day-print'
import { PaperDay } from '@/components/calendar/day/paper-day'
import { BackLink } from '@/components/frame/back-link'
import { db } from '@/lib/db/client'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { isoNow } from '@/lib/iso-now'
import { readBoard } from '@/lib/queries/calendar/board'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { calendarRange } from '@/lib/views/calendar-range'
import { dayOf } from '@/lib/views/wording'
import { paperSheets } from './paper-sheets'

type Search = { searchParams: Promise<{ date?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('day'))('paper') }
}

/** The day of all doctors on paper, a sheet for each who receives on it. */
export default async function PaperPage({ searchParams }: Search) {
  const { doctor: own } = await requirePage('/day')
  const { date } = await searchParams
  if (own) redirect(`/day?date=${date ?? ''}` as Route)
  const now = isoNow()
  const [t, locale, clinic] = await Promise.all([getTranslations('day'), getLocale(), getClinic(db())])
  const { timeZone } = clinic
  const range = calendarRange({ date, view: 'day', now, timeZone })
  const { doctors, visits } = await readBoard(db(), { range, now })
  const sheets = paperSheets({ range, doctors, visits, now })
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
