import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LiveRefresh } from '@/components/live-refresh'
import { VisitAgain } from '@/components/visit-again'
import { VisitFacts } from '@/components/visit-facts'
import { VisitSteps } from '@/components/visit-steps'
import { VisitVerdict } from '@/components/visit-verdict'
import { db } from '@/lib/db/client'
import { linesOf, verdictOf } from '@/lib/domain/appointment/verdict'
import { getClinic } from '@/lib/queries/clinic'
import { nearestOpenSlots } from '@/lib/queries/open-slots'
import { findVisit } from '@/lib/queries/visits'
import { visitOf } from '@/lib/visit-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('status'))('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The patient's page: what is true now, each step as it happens, and the visit's facts. */
export default async function VisitPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const id = await visitOf(token)
  const visit = id ? await findVisit(db(), id) : undefined
  if (!visit) notFound()
  const clinic = await getClinic(db())
  const verdict = verdictOf(visit.status, visit.sagas)
  const lines = linesOf(visit)
  const now = new Date().toISOString()
  const isNotBooked = verdict === 'not_booked'
  const nearest = isNotBooked ? await nearestOpenSlots(db(), visit.doctor, visit.startsAt, now) : []
  return (
    <div className="narrow">
      <VisitVerdict verdict={verdict} lines={lines} visit={visit} />
      {isNotBooked && <VisitAgain doctor={visit.doctor} nearest={nearest} phone={clinic.phone} />}
      <VisitSteps lines={lines} visit={visit} isOver={isNotBooked || verdict === 'confirmed'} />
      <VisitFacts visit={visit} clinic={clinic} />
      <LiveRefresh stream={`/api/visits/${token}/stream`} />
    </div>
  )
}
