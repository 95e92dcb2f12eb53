import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { changeHolidaysAction } from '@/app/actions/admin/change-holidays'
import { setClinicAction } from '@/app/actions/admin/set-clinic'
import { requirePage } from '@/app/require-page'
import { ClinicForm } from '@/components/clinic/clinic-form'
import { ClinicTexts } from '@/components/clinic/clinic-texts'
import { HolidayForm } from '@/components/clinic/holiday-form'
import { HolidayList } from '@/components/clinic/holiday-list'
import { db } from '@/lib/db/client'
import { clinicPages } from '@/lib/domain/clinic-pages'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { findClinicPage } from '@/lib/queries/clinic/clinic-pages'
import { listHolidays } from '@/lib/queries/clinic/holidays'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic'))('title') }
}

/** The clinic's facts, and the days on which it is closed. */
export default async function ClinicPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  await requirePage('/clinic')
  const [{ year: asked }, t, te, clinic] = await Promise.all([
    searchParams,
    getTranslations('clinic'),
    getTranslations('clinic_edit'),
    getClinic(db()),
  ])
  const thisYear = Number(clinicDayOf(isoNow(), clinic.timeZone).slice(0, 4))
  const year = /^20\d\d$/.test(asked ?? '') ? Number(asked) : thisYear
  const holidays = await listHolidays(db(), year)
  return (
    <main id="main" className="page">
      <div className="page-head">
        <h1>{clinic.name}</h1>
        <div className="row push">
          <Link className="button" prefetch={false} href="/clinic/place">
            {te('place')}
          </Link>
          <Link className="button" prefetch={false} href="/clinic/people">
            {t('people_and_types')}
          </Link>
        </div>
      </div>
      <div className="two-columns even">
        <section className="sheet padded stack gap-4" aria-labelledby="facts">
          <h2 id="facts">{t('facts')}</h2>
          <ClinicForm action={setClinicAction} clinic={clinic} />
          <ClinicTexts texts={await listTexts()} />
        </section>
        <section className="sheet padded stack gap-4" aria-labelledby="holidays" key={year}>
          <h2 id="holidays">{t('holidays', { year: String(year) })}</h2>
          <nav className="segments" aria-label={t('years')}>
            {[thisYear, thisYear + 1, thisYear + 2].map((shownYear) => (
              <Link
                key={shownYear}
                prefetch={false}
                href={{ pathname: '/clinic', query: { year: shownYear } }}
                aria-current={shownYear === year ? 'true' : undefined}
              >
                {shownYear}
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
  )
}

async function listTexts() {
  return Promise.all(clinicPages.map(async (page) => ({ page, saved: await findClinicPage(db(), page) })))
}
