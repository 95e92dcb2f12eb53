import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { operateSagaAction } from '@/app/actions/desk/operate-saga'
import { settleMessageAction } from '@/app/actions/desk/settle-message'
import { requirePage } from '@/app/require-page'
import { BackLink } from '@/components/frame/back-link'
import { LivePage } from '@/components/live/live-page'
import { AttemptPanel } from '@/components/saga/attempt-panel'
import { attemptName } from '@/components/saga/attempt-row'
import { OperatorLog } from '@/components/saga/operator-log'
import { SagaFactsSheet } from '@/components/saga/saga-facts-sheet'
import { SagaHeading } from '@/components/saga/saga-heading'
import { SagaMessages } from '@/components/saga/saga-messages'
import { SagaOperations } from '@/components/saga/saga-operations'
import { SagaRemains } from '@/components/saga/saga-remains'
import { SagaTimeline } from '@/components/saga/saga-timeline'
import { VisitHistory } from '@/components/saga/visit-history'
import { openSaga } from '@/lib/commands/saga/open-saga'
import { db } from '@/lib/db/client'
import { cameBack } from '@/lib/domain/messages/delivery'
import { isId, newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { getDoctorById } from '@/lib/queries/people/doctors'
import { getPatientById } from '@/lib/queries/people/patients'
import { listOperatorActs } from '@/lib/queries/saga/operator-acts'
import { findSaga } from '@/lib/queries/saga/sagas'
import { getSlot } from '@/lib/queries/visit/visit-details'
import { listVisitEvents } from '@/lib/queries/visit/visit-events'
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
  await requirePage('/sagas')
  const { id } = await params
  const found = isId(id) ? await findSaga(db(), id) : undefined
  if (!found) notFound()
  const now = isoNow()
  const [t, { saga, history }, doctor, acts, { patientId }, events] = await Promise.all([
    getTranslations('saga'),
    openSaga(db(), id, now),
    getDoctorById(db(), found.visit.doctorId),
    listOperatorActs(db(), id),
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
    <main id="main" className="page">
      <BackLink href="/sagas">{t('back')}</BackLink>
      <SagaHeading saga={saga} visit={found.visit} doctor={doctor} isUnheard={unreached.length > 0} />
      <div className="with-aside">
        <SagaRemains
          saga={saga}
          patient={await getPatientById(db(), patientId)}
          unreached={unreached}
          bookAgain={isLost ? (`/doctors/${doctor.slug}` as Route) : null}
        >
          <SagaOperations
            operations={operations.map((operation) => ({ ...operation, requestId: newId() }))}
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
        <div className="aside stack gap-4">
          {chosen && <AttemptPanel saga={saga} attempt={chosen} />}
          <SagaMessages messages={found.messages} settle={settleMessageAction} />
          <SagaFactsSheet saga={found} visitPage={`/day/visits/${found.visit.id}` as Route} />
        </div>
      </div>
      <LivePage stream="/api/sagas/stream" shown={{ visit: found.visit.id }} isWrittenOn />
    </main>
  )
}
