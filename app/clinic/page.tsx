import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { changeHolidaysAction } from '@/app/actions/change-holidays'
import { setClinicAction } from '@/app/actions/set-clinic'
import { Desk } from '@/app/desk'
import { ClinicForm } from '@/components/clinic-form'
import { HolidayForm } from '@/components/holiday-form'
import { HolidayList } from '@/components/holiday-list'
import { db } from '@/lib/db/client'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { getClinic } from '@/lib/queries/clinic'
import { listHolidays } from '@/lib/queries/holidays'
import { requireRole } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic'))('title') }
}

/** The clinic's facts, and the days on which it is closed. */
export default async function ClinicPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const user = await requireRole('admin')
  const [{ year: asked }, t, clinic] = await Promise.all([searchParams, getTranslations('clinic'), getClinic(db())])
  const thisYear = Number(clinicDayOf(new Date().toISOString(), clinic.timeZone).slice(0, 4))
  const year = /^20\d\d$/.test(asked ?? '') ? Number(asked) : thisYear
  const holidays = await listHolidays(db(), year)
  return (
    <Desk user={user} current="clinic">
      <main id="main" className="wrap">
        <div className="head">
          <h1>{clinic.name}</h1>
          <Link className="btn push" prefetch={false} href="/clinic/people">
            {t('people_and_types')}
          </Link>
        </div>
        <div className="hoursgrid even">
          <section className="sheet pad grid gap-4" aria-labelledby="facts">
            <h2 id="facts">{t('facts')}</h2>
            <ClinicForm action={setClinicAction} clinic={clinic} />
          </section>
          <section className="sheet pad grid gap-4" aria-labelledby="holidays" key={year}>
            <h2 id="holidays">{t('holidays', { year: String(year) })}</h2>
            <nav className="seg" aria-label={t('years')}>
              {[thisYear, thisYear + 1, thisYear + 2].map((one) => (
                <Link
                  key={one}
                  prefetch={false}
                  href={{ pathname: '/clinic', query: { year: one } }}
                  aria-current={one === year ? 'true' : undefined}
                >
                  {one}
                </Link>
              ))}
            </nav>
            <HolidayList action={changeHolidaysAction} holidays={holidays} />
            <HolidayForm action={changeHolidaysAction} year={year} intent="year" />
            <h3>{t('close_day')}</h3>
            <HolidayForm action={changeHolidaysAction} year={year} intent="add" />
          </section>
        </div>
      </main>
    </Desk>
  )
}
