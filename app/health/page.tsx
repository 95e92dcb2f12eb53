import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/app/desk'
import { DegradedServices } from '@/components/degraded-services'
import { Metrics } from '@/components/metrics'
import { MetricsTable } from '@/components/metrics-table'
import { PromiseList } from '@/components/promise-list'
import { RefreshEvery } from '@/components/refresh-every'
import { ServiceTable } from '@/components/service-table'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic'
import { listDegradedServices } from '@/lib/queries/degraded-services'
import { readInvariants } from '@/lib/queries/invariants'
import { readBookings, readCompensations, readLatencies } from '@/lib/queries/metrics'
import { readServiceHealth } from '@/lib/queries/service-health'
import { requireRole } from '@/lib/session'
import { EventStream } from './event-stream'
import { ranges, spanOf } from './span'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('health') }
}

/** Whether the clinic keeps its promises, and the four measures it is judged by. */
export default async function HealthPage({ searchParams }: { searchParams: Promise<{ range?: string | string[] }> }) {
  const user = await requireRole('admin', 'staff')
  const now = new Date().toISOString()
  const [t, clinic, { range: asked }] = await Promise.all([getTranslations('health'), getClinic(db()), searchParams])
  const { range, span } = spanOf(asked, now, clinic.timeZone)
  const [promises, bookings, compensations, latencies, services, outages] = await Promise.all([
    readInvariants(db(), now),
    readBookings(db(), span),
    readCompensations(db(), span),
    readLatencies(db(), span),
    readServiceHealth(db(), now),
    listDegradedServices(db()),
  ])
  const late = promises.filter(({ broken }) => broken.length > 0).length
  const measured = { bookings, compensations, latencies, part: span.part }
  return (
    <Desk user={user} current="health">
      <main id="main" className="wrap pb-8">
        <div className="head">
          <div>
            <h1>{t(late > 0 ? 'title_late' : 'title_kept', { late, kept: promises.length - late })}</h1>
            <p className="soft">{t(`span_${range}`)}</p>
          </div>
          <nav className="seg push" aria-label={t('range')}>
            {ranges.map((one) => (
              <Link
                key={one}
                prefetch={false}
                href={{ pathname: '/health', query: { range: one } }}
                aria-current={one === range ? 'page' : undefined}
              >
                {t(`range_${one}`)}
              </Link>
            ))}
          </nav>
        </div>
        <DegradedServices outages={outages} />
        <div className="sagagrid">
          <PromiseList promises={promises} at={now} />
          <section className="main" aria-labelledby="measures">
            <h2 id="measures" className="vh">
              {t('measures')}
            </h2>
            <Metrics {...measured} />
            <MetricsTable {...measured} />
            <ServiceTable services={services} />
            <EventStream now={now} />
          </section>
        </div>
        <RefreshEvery seconds={30} />
      </main>
    </Desk>
  )
}
