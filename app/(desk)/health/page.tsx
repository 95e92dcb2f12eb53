import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'
import { Metrics } from '@/components/health/metrics'
import { MetricsTable } from '@/components/health/metrics-table'
import { PromiseList } from '@/components/health/promise-list'
import { ServiceTable } from '@/components/health/service-table'
import { ReadEvery } from '@/components/live/read-every'
import { DegradedServices } from '@/components/ui/degraded-services'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { listDegradedServices } from '@/lib/queries/health/degraded-services'
import { readInvariants } from '@/lib/queries/health/invariants'
import { readBookings, readCompensations, readLatencies } from '@/lib/queries/health/metrics'
import { readServiceHealth } from '@/lib/queries/health/service-health'
import { EventStream } from './event-stream'
import { periodOf, ranges } from './period'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('health') }
}

/** Whether the clinic keeps its promises, and the four measures it is judged by. */
export default async function HealthPage({ searchParams }: { searchParams: Promise<{ range?: string | string[] }> }) {
  await requirePage('/health')
  const now = isoNow()
  const [t, clinic, { range: asked }] = await Promise.all([getTranslations('health'), getClinic(db()), searchParams])
  const { range, period } = periodOf(asked, now, clinic.timeZone)
  const [promises, bookings, compensations, latencies, services, outages] = await Promise.all([
    readInvariants(db(), now),
    readBookings(db(), period),
    readCompensations(db(), period),
    readLatencies(db(), period),
    readServiceHealth(db(), now),
    listDegradedServices(db()),
  ])
  const late = promises.filter(({ broken }) => broken.length > 0).length
  const measured = { bookings, compensations, latencies, part: period.part }
  return (
    <main id="main" className="page below-6">
      <div className="page-head">
        <div>
          <h1>{t(late > 0 ? 'title_late' : 'title_kept', { late, kept: promises.length - late })}</h1>
          <p className="soft">{t(`span_${range}`)}</p>
        </div>
        <nav className="segments push" aria-label={t('range')}>
          {ranges.map((choice) => (
            <Link
              key={choice}
              prefetch={false}
              href={{ pathname: '/health', query: { range: choice } }}
              aria-current={choice === range ? 'page' : undefined}
            >
              {t(`range_${choice}`)}
            </Link>
          ))}
        </nav>
      </div>
      <DegradedServices outages={outages} />
      <div className="with-aside">
        <PromiseList promises={promises} at={now} />
        <section className="main" aria-labelledby="measures">
          <h2 id="measures" className="visually-hidden">
            {t('measures')}
          </h2>
          <Metrics {...measured} />
          <MetricsTable {...measured} />
          <ServiceTable services={services} />
          <EventStream now={now} />
        </section>
      </div>
      <ReadEvery seconds={30} />
    </main>
  )
}
