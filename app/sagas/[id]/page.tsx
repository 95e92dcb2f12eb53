import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { operateSagaAction } from '@/app/actions/operate-saga'
import { Desk } from '@/app/desk'
import { BackLink } from '@/components/back-link'
import { LiveRefresh } from '@/components/live-refresh'
import { OperatorLog } from '@/components/operator-log'
import { SagaFactsSheet } from '@/components/saga-facts-sheet'
import { SagaHeading } from '@/components/saga-heading'
import { SagaOperations } from '@/components/saga-operations'
import { SagaRemains } from '@/components/saga-remains'
import { SagaTimeline } from '@/components/saga-timeline'
import { openSaga } from '@/lib/commands/open-saga'
import { db } from '@/lib/db/client'
import { isId, newId } from '@/lib/ids'
import { getDoctorById } from '@/lib/queries/doctors'
import { listOperatorActs } from '@/lib/queries/operator-acts'
import { getPatientById } from '@/lib/queries/patients'
import { findSaga } from '@/lib/queries/sagas'
import { getSlot } from '@/lib/queries/visit-facts'
import { requireRole } from '@/lib/session'
import { signVisit } from '@/lib/visit-link'
import { offeredOperations } from './offered-operations'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('saga'))('id') }
}

/** One saga: its cause and outcome in a sentence, what remains and can be done, every attempt, and who did what. */
export default async function SagaPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireRole('admin', 'staff')
  const { id } = await params
  const found = isId(id) ? await findSaga(db(), id) : undefined
  if (!found) notFound()
  const now = new Date().toISOString()
  const [t, { saga, history }, doctor, acts, patientPage, { patientId }] = await Promise.all([
    getTranslations('saga'),
    openSaga(db(), id, now),
    getDoctorById(db(), found.visit.doctorId),
    listOperatorActs(db(), id),
    signVisit(found.visit.id),
    getSlot(db(), found.visit.id),
  ])
  const isLost = saga.type === 'appointment-created' && saga.outcome === 'undone'
  const { operations, again } = offeredOperations(saga, now)
  return (
    <Desk user={user} current="sagas">
      <main id="main" className="wrap">
        <BackLink href="/sagas">{t('back')}</BackLink>
        <SagaHeading saga={saga} visit={found.visit} doctor={doctor} />
        <div className="sagagrid">
          <SagaRemains
            saga={saga}
            patient={await getPatientById(db(), patientId)}
            bookAgain={isLost ? (`/doctors/${doctor.slug}` as Route) : null}
          >
            <SagaOperations
              operations={operations.map((one) => ({ ...one, requestId: newId() }))}
              sagaId={id}
              version={history.length}
              again={again}
              action={operateSagaAction}
            />
          </SagaRemains>
          <SagaTimeline saga={saga} />
          <SagaFactsSheet saga={found} patientPage={`/visits/${patientPage}`} />
        </div>
        <OperatorLog acts={acts} />
        <LiveRefresh stream="/api/sagas/stream" isWrittenOn />
      </main>
    </Desk>
  )
}
