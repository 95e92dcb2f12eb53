import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { previewClosureAction } from '@/app/actions/desk/preview-closure'
import { proposeHoursAction } from '@/app/actions/desk/propose-hours'
import { startClosureAction } from '@/app/actions/desk/start-closure'
import { requirePage } from '@/app/require-page'
import { BackLink } from '@/components/frame/back-link'
import { ClosureForm } from '@/components/hours/closure/closure-form'
import { TimeOffWords } from '@/components/hours/time-off-words'
import { db } from '@/lib/db/client'
import { spansOverlap } from '@/lib/domain/intervals'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { readTimeOff } from '@/lib/domain/schedule/time-off'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { listComingVisits } from '@/lib/queries/clinic/doctor-hours'
import { listPatients } from '@/lib/queries/people/patients'
import { env } from '@/lib/settings/env'
import { requireNamedDoctor } from '@/lib/web/named-doctor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('closure'))('page') }
}

type Written = { fromDay?: string; fromHour?: string; untilDay?: string; untilHour?: string }
type Search = { searchParams: Promise<Written & { doctor?: string }> }

/** A doctor is away: whom it hits, what is done with each, and the very words that they read. */
export default async function AbsencePage({ searchParams }: Search) {
  const { doctor: own } = await requirePage('/hours')
  const { doctor: slug, fromDay = '', fromHour = '', untilDay = '', untilHour = '' } = await searchParams
  const doctor = await requireNamedDoctor(own, slug)
  const now = isoNow()
  const [t, locale] = await Promise.all([getTranslations('closure'), getLocale()])
  const read = readTimeOff({ fromDay, fromHour, untilDay, untilHour }, doctor.timeZone, now)
  const back = (own ? '/hours' : `/hours?doctor=${doctor.slug}`) as Route
  if (!read.ok)
    return (
      <main id="main" className="page">
        <BackLink href={back}>{t('back')}</BackLink>
        <h1>{t('no_time')}</h1>
        <p className="soft">
          <Link href={back}>{t('no_time_what')}</Link>
        </p>
      </main>
    )
  const coming = await listComingVisits(db(), doctor.id, now)
  const inside = coming.filter((visit) => visit.startsAt > now && spansOverlap(visit, read.value))
  const patients = await listPatients(
    db(),
    inside.map(({ patientId }) => patientId),
  )
  return (
    <main id="main" className="page">
      <BackLink href={back}>{t('back')}</BackLink>
      <div className="page-head after-link">
        <div>
          <h1>{t('title', { doctor: doctorName(doctor, locale), count: inside.length })}</h1>
          <p className="soft">
            <TimeOffWords {...read.value} />
          </p>
        </div>
      </div>
      <ClosureForm
        action={startClosureAction}
        propose={proposeHoursAction.bind(null, doctor.slug)}
        preview={previewClosureAction.bind(null, doctor.slug)}
        doctor={doctor.slug}
        requestId={newId()}
        span={read.value}
        undoMs={env().CLOSURE_UNDO_MS}
        visits={inside.map(({ id, startsAt, patientId, patientName, phone, visitType }) => ({
          ...{ id, startsAt, patientName, phone, visitType },
          isReachable: (patients.get(patientId)?.email ?? null) !== null,
        }))}
      />
    </main>
  )
}
