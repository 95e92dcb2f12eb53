import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/app/desk'
import { LiveRefresh } from '@/components/live-refresh'
import { SagaFactsSheet } from '@/components/saga-facts-sheet'
import { SagaHeading } from '@/components/saga-heading'
import { SagaRemains } from '@/components/saga-remains'
import { SagaTimeline } from '@/components/saga-timeline'
import { db } from '@/lib/db/client'
import { isId } from '@/lib/ids'
import { getDoctorById } from '@/lib/queries/doctors'
import { findSaga } from '@/lib/queries/sagas'
import { requireRole } from '@/lib/session'
import { signVisit } from '@/lib/visit-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('saga'))('id') }
}

/** One saga: its cause and outcome in a sentence, what remains, and every attempt. */
export default async function SagaPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireRole('admin', 'staff')
  const { id } = await params
  const saga = isId(id) ? await findSaga(db(), id) : undefined
  if (!saga) notFound()
  const [t, doctor] = await Promise.all([getTranslations('saga'), getDoctorById(db(), saga.visit.doctorId)])
  const patientPage = `/visits/${await signVisit(saga.visit.id)}`
  return (
    <Desk user={user} current="sagas">
      <main id="main" className="wrap">
        <p className="pt-4">
          <Link className="back" href="/sagas">
            <ArrowLeft className="icon" aria-hidden="true" />
            {t('back')}
          </Link>
        </p>
        <SagaHeading saga={saga} doctor={doctor} />
        <div className="sagagrid">
          <SagaRemains saga={saga} />
          <SagaTimeline saga={saga} />
          <SagaFactsSheet saga={saga} patientPage={patientPage} />
        </div>
        <LiveRefresh stream="/api/sagas/stream" />
      </main>
    </Desk>
  )
}
