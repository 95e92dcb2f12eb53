import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { listNamedTimeOff } from '@/app/(desk)/hours/list-named-time-off'
import { addOpeningAction } from '@/app/actions/desk/add-opening'
import { addTimeOffAction } from '@/app/actions/desk/add-time-off'
import { removeTimeOffAction } from '@/app/actions/desk/remove-time-off'
import { requirePage } from '@/app/require-page'
import { BackLink } from '@/components/frame/back-link'
import { BlockForm } from '@/components/hours/one-day/block-form'
import { OpeningForm } from '@/components/hours/one-day/opening-form'
import { TimeOffList } from '@/components/hours/time-off-list'
import { spansOverlap } from '@/lib/domain/intervals'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { clinicDays } from '@/lib/domain/schedule/clinic-days'
import { openingsOn } from '@/lib/domain/schedule/open-slots'
import { readClock } from '@/lib/domain/schedule/wall-clock'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { calendarRange } from '@/lib/views/calendar-range'
import { dayOf } from '@/lib/views/wording'
import { requireNamedDoctor } from '@/lib/web/named-doctor'

type Search = { searchParams: Promise<{ doctor?: string; date?: string; from?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('one_day'))('title') }
}

/** The hours of one doctor on one day: some of them blocked, with a word, or more of them opened. */
export default async function OneDayHoursPage({ searchParams }: Search) {
  const { user, doctor: own } = await requirePage('/day')
  const { doctor: slug, date, from } = await searchParams
  const doctor = await requireNamedDoctor(own, slug)
  const now = isoNow()
  const { timeZone } = doctor
  const range = calendarRange({ date, view: 'day', now, timeZone })
  const [t, tc, locale, all] = await Promise.all([
    getTranslations('one_day'),
    getTranslations('calendar'),
    getLocale(),
    listNamedTimeOff(doctor.id, user.role, now),
  ])
  const timeOff = all.filter((one) => spansOverlap(one, { startsAt: range.from, endsAt: range.to }))
  const open = clinicDays(range.day, 1, timeZone).flatMap((day) => openingsOn(doctor.schedule, day))
  const begins = readClock(from ?? '') ?? ''
  return (
    <main id="main" className="page">
      <BackLink href={`/day?date=${range.day}`}>{t('back')}</BackLink>
      <div className="page-head after-link">
        <div>
          <h1>{upperFirst(dayOf(range.from, { locale, timeZone }))}</h1>
          <p className="soft small">
            {doctorName(doctor, locale)} ·{' '}
            {open.map(([opens, closes]) => `${clock(opens)}–${clock(closes)}`).join(', ')}
            {open.length === 0 && tc('closed')}
          </p>
        </div>
      </div>
      <div className="two-columns">
        <section className="sheet padded stack gap-4" aria-labelledby="block">
          <h2 id="block">{t('block_title')}</h2>
          <TimeOffList action={removeTimeOffAction} doctor={doctor.slug} timeOff={timeOff} />
          <BlockForm
            action={addTimeOffAction}
            doctor={doctor.slug}
            requestId={newId()}
            day={range.day}
            from={begins}
            until={
              begins && `${String(Math.min(24, Number(begins.slice(0, 2)) + 1)).padStart(2, '0')}:${begins.slice(3)}`
            }
          />
        </section>
        <section className="sheet padded stack gap-4" aria-labelledby="open">
          <h2 id="open">{t('open_title')}</h2>
          <p className="small soft">{t('open_what')}</p>
          <OpeningForm action={addOpeningAction} doctor={doctor.slug} requestId={newId()} day={range.day} />
        </section>
      </div>
    </main>
  )
}

/** Minutes since midnight as the wall clock shows them: 510 is `08:30`. */
function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
