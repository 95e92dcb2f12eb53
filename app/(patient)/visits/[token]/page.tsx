import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { bookAgainAction } from '@/app/actions/book-again'
import { prepareVisitAction } from '@/app/actions/prepare-visit'
import { LiveRefresh } from '@/components/live-refresh'
import { PrepareForm } from '@/components/prepare-form'
import { VisitAgain } from '@/components/visit-again'
import { VisitChanges } from '@/components/visit-changes'
import { VisitFacts } from '@/components/visit-facts'
import { VisitSteps } from '@/components/visit-steps'
import { VisitVerdict } from '@/components/visit-verdict'
import { db } from '@/lib/db/client'
import { linesOf } from '@/lib/domain/appointment/lines'
import { changesEndAt, patientMay } from '@/lib/domain/appointment/patient-may'
import { isAtWork, startOf } from '@/lib/domain/appointment/progress'
import { verdictOf } from '@/lib/domain/appointment/verdict'
import { newId } from '@/lib/ids'
import { getClinic } from '@/lib/queries/clinic'
import { nearestOpenSlots } from '@/lib/queries/open-slots'
import { getPatientById } from '@/lib/queries/patients'
import { findVisitReason } from '@/lib/queries/visit-facts'
import { requireLinkedVisit } from './linked-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('status'))('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The patient's page: what is true now, each step as it happens, the visit's facts, and what can be done about it. */
export default async function VisitPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [found, clinic] = await Promise.all([requireLinkedVisit(token), getClinic(db())])
  const visit = { ...found, startsAt: startOf(found) }
  const { doctor, status, startsAt } = visit
  const [verdict, lines, now] = [verdictOf(visit), linesOf(visit), new Date().toISOString()]
  const isEnded = status === 'ended'
  const nearest = isEnded ? await nearestOpenSlots(db(), { doctor, length: visit.length }, startsAt, { now }) : []
  const [patient, told] = await Promise.all([getPatientById(db(), found.patientId), findVisitReason(db(), found.id)])
  return (
    <div className="narrow">
      <VisitVerdict verdict={verdict} lines={lines} visit={visit} />
      {isEnded && (
        <VisitAgain
          action={bookAgainAction}
          requestId={newId()}
          token={token}
          doctor={doctor}
          nearest={nearest}
          phone={clinic.phone}
        />
      )}
      <VisitSteps lines={lines} visit={visit} isOver={isEnded || verdict === 'confirmed'} />
      <VisitFacts visit={visit} clinic={clinic}>
        {verdict !== 'undoing' && (
          <VisitChanges
            may={patientMay(found, now, clinic.noticeHours)}
            path={`/visits/${token}`}
            isMoving={verdict === 'moving'}
            until={status === 'confirmed' ? changesEndAt(startsAt, clinic.noticeHours) : null}
            clinic={clinic}
          />
        )}
      </VisitFacts>
      {!isEnded && (
        <PrepareForm action={prepareVisitAction} token={token} birthDate={patient.birthDate} reason={told} />
      )}
      <LiveRefresh stream={`/api/visits/${token}/stream`} isWrittenOn={!isAtWork(visit)} />
    </div>
  )
}
