import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { operateSagaAction } from '@/app/actions/operate-saga'
import { settleMessageAction } from '@/app/actions/settle-message'
import { Desk } from '@/app/desk'
import { AttemptPanel } from '@/components/attempt-panel'
import { attemptName } from '@/components/attempt-row'
import { BackLink } from '@/components/back-link'
import { LiveRefresh } from '@/components/live-refresh'
import { OperatorLog } from '@/components/operator-log'
import { SagaFactsSheet } from '@/components/saga-facts-sheet'
import { SagaHeading } from '@/components/saga-heading'
import { SagaMessages } from '@/components/saga-messages'
import { SagaOperations } from '@/components/saga-operations'
import { SagaRemains } from '@/components/saga-remains'
import { SagaTimeline } from '@/components/saga-timeline'
import { VisitHistory } from '@/components/visit-history'
import { openSaga } from '@/lib/commands/open-saga'
import { db } from '@/lib/db/client'
import { cameBack } from '@/lib/domain/messages/delivery'
import { isId, newId } from '@/lib/ids'
import { getDoctorById } from '@/lib/queries/doctors'
import { listOperatorActs } from '@/lib/queries/operator-acts'
import { getPatientById } from '@/lib/queries/patients'
import { findSaga } from '@/lib/queries/sagas'
import { listVisitEvents } from '@/lib/queries/visit-events'
import { getSlot } from '@/lib/queries/visit-facts'
import { requireRole } from '@/lib/session'
import { signVisit } from '@/lib/visit-link'
import { offeredOperations } from './offered-operations'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('saga'))('id') }
}

/** One saga: its cause and outcome in a sentence, what remains and can be done, every attempt, and who did what. */
export default async function SagaPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ attempt?: string | string[] }>
}) {
  const user = await requireRole('admin', 'staff')
  const { id } = await params
  const found = isId(id) ? await findSaga(db(), id) : undefined
  if (!found) notFound()
  const now = new Date().toISOString()
  const [t, { saga, history }, doctor, acts, patientPage, { patientId }, events] = await Promise.all([
    getTranslations('saga'),
    openSaga(db(), id, now),
    getDoctorById(db(), found.visit.doctorId),
    listOperatorActs(db(), id),
    signVisit(found.visit.id),
    getSlot(db(), found.visit.id),
    listVisitEvents(db(), found.visit.id),
  ])
  const { attempt: name } = await searchParams
  const chosen = saga.attempts.find((attempt) => attemptName(attempt) === name)
  const isLost = saga.type === 'appointment-created' && saga.outcome === 'undone'
  const { operations, again } = offeredOperations(saga, now)
  const unreached = found.messages.flatMap(({ role, delivery, isSettled }) =>
    cameBack(delivery) && !isSettled ? role : [],
  )
  return (
    <Desk user={user} current="sagas">
      <main id="main" className="wrap">
        <BackLink href="/sagas">{t('back')}</BackLink>
        <SagaHeading saga={saga} visit={found.visit} doctor={doctor} isUnheard={unreached.length > 0} />
        <div className="sagagrid">
          <SagaRemains
            saga={saga}
            patient={await getPatientById(db(), patientId)}
            unreached={unreached}
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
          <div className="main">
            <SagaTimeline saga={saga} chosen={chosen && attemptName(chosen)} />
            <OperatorLog acts={acts} />
            <VisitHistory sagaId={id} events={events} />
          </div>
          <div className="aside grid gap-4">
            {chosen && <AttemptPanel saga={saga} attempt={chosen} />}
            <SagaMessages messages={found.messages} settle={settleMessageAction} />
            <SagaFactsSheet saga={found} patientPage={`/visits/${patientPage}`} />
          </div>
        </div>
        <LiveRefresh stream="/api/sagas/stream" isWrittenOn />
      </main>
    </Desk>
  )
}
