import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listSeenSagasAction } from '@/app/actions/list-seen-sagas'
import { operateSagasAction } from '@/app/actions/operate-sagas'
import { searchSagasAction } from '@/app/actions/search-sagas'
import { setDemoFaultAction } from '@/app/actions/set-demo-fault'
import { Desk } from '@/app/desk'
import { CameBack } from '@/components/came-back'
import { DegradedServices } from '@/components/degraded-services'
import { DemoSwitches } from '@/components/demo-switches'
import { LiveRefresh } from '@/components/live-refresh'
import { SagaCauses } from '@/components/saga-causes'
import { SagaEmpty } from '@/components/saga-empty'
import { SagaFilters } from '@/components/saga-filters'
import { SagaList } from '@/components/saga-list'
import { SagaPages } from '@/components/saga-pages'
import { SagaTabs } from '@/components/saga-tabs'
import { SagasTitle } from '@/components/sagas-title'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { listCameBack } from '@/lib/queries/came-back'
import { listDegradedServices } from '@/lib/queries/degraded-services'
import { readDemoFaults } from '@/lib/queries/demo-faults'
import { causeParam } from '@/lib/queries/saga-address'
import { requireRole } from '@/lib/session'
import { readList } from './list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('sagas') }
}

/** Every saga, those that need a person first; why they do, and what cures it. */
export default async function SagasPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const user = await requireRole('admin', 'staff')
  const seenAt = new Date().toISOString()
  const [t, list, faults, outages, returned] = await Promise.all([
    getTranslations('sagas'),
    readList(await searchParams, seenAt),
    readDemoFaults(db()),
    listDegradedServices(db()),
    listCameBack(db()),
  ])
  const { counts, causes, doctors, filters, rows, total, params, page } = list
  const bulk = { seenAt, action: operateSagasAction, listAll: listSeenSagasAction }
  const { tab: _, ...narrowed } = params
  const isDemo = env().CARNET_DEMO === 'on' && user.role === 'admin'
  const demo = isDemo && <DemoSwitches faults={faults} action={setDemoFaultAction} />
  // Out of the way once something stands still, unless it was made to on purpose.
  const isDemoFirst = causes.length === 0 || Object.keys(faults).length > 0
  return (
    <Desk user={user} current="sagas">
      <main id="main" className="wrap pb-8">
        <div className="head">
          <div>
            <SagasTitle attention={counts.attention} cameBack={returned.length} />
            <p className="soft">
              {t('summary', { total: counts.total, atWork: counts.atWork, undone: counts.undone })}
            </p>
          </div>
        </div>
        <DegradedServices outages={outages} />
        <CameBack messages={returned} />
        {isDemoFirst && demo}
        <SagaCauses causes={causes.map((cause) => ({ ...cause, param: causeParam(cause) }))} {...bulk} />
        <SagaTabs current={filters.tab} counts={list.tabs} params={narrowed} />
        <SagaFilters doctors={doctors} params={params} search={filters.search ?? ''} action={searchSagasAction} />
        <SagaList rows={rows} total={total} params={params} page={page} requestId={newId()} {...bulk}>
          <SagaEmpty
            tab={filters.tab}
            isNarrowed={Object.keys(narrowed).length > 0 || page !== ''}
            lastAt={counts.lastAt}
          />
        </SagaList>
        <SagaPages previous={list.previous} next={list.next} />
        {!isDemoFirst && demo}
        <LiveRefresh stream="/api/sagas/stream" isWrittenOn />
      </main>
    </Desk>
  )
}
