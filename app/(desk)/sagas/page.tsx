import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { actions } from '@/app/actions/access'
import { setDemoFaultAction } from '@/app/actions/admin/set-demo-fault'
import { listSeenSagasAction } from '@/app/actions/desk/list-seen-sagas'
import { operateSagasAction } from '@/app/actions/desk/operate-sagas'
import { searchSagasAction } from '@/app/actions/desk/search-sagas'
import { requirePage } from '@/app/require-page'
import { LivePage } from '@/components/live/live-page'
import { CameBack } from '@/components/sagas/came-back'
import { DemoSwitches } from '@/components/sagas/demo-switches'
import { SagaCauses } from '@/components/sagas/saga-causes'
import { SagaColumns } from '@/components/sagas/saga-columns'
import { SagaEmpty } from '@/components/sagas/saga-empty'
import { SagaFilters } from '@/components/sagas/saga-filters'
import { SagaList } from '@/components/sagas/saga-list'
import { SagaPages } from '@/components/sagas/saga-pages'
import { SagaTabs } from '@/components/sagas/saga-tabs'
import { SagasTitle } from '@/components/sagas/sagas-title'
import { DegradedServices } from '@/components/ui/degraded-services'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { readDemoFaults } from '@/lib/queries/clinic/demo-faults'
import { listDegradedServices } from '@/lib/queries/health/degraded-services'
import { listCameBack } from '@/lib/queries/saga/came-back'
import { causeParam } from '@/lib/queries/saga/saga-address'
import { sagasPerPage } from '@/lib/queries/saga/saga-list'
import { countSagas } from '@/lib/queries/saga/sagas'
import { waitingTitle } from '@/lib/views/waiting-title'
import { isOpenTo } from '@/lib/web/access'
import { readList } from './list'

export async function generateMetadata(): Promise<Metadata> {
  const { user } = await requirePage('/sagas')
  const [t, { attention }] = await Promise.all([getTranslations('desk'), countSagas(db())])
  return { title: waitingTitle(t(user.role === 'admin' ? 'sagas' : 'todo'), attention) }
}

/** Every saga, those that need a person first; why they do, and what cures it. */
export default async function SagasPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { user } = await requirePage('/sagas')
  const seenAt = isoNow()
  const [t, list, faults, outages, returned] = await Promise.all([
    getTranslations('sagas'),
    readList(await searchParams, seenAt),
    readDemoFaults(db()),
    listDegradedServices(db()),
    listCameBack(db()),
  ])
  const { counts, causes, doctors, filters, rows, total, params, page } = list
  const bulk = { seenAt, action: operateSagasAction, listAll: listSeenSagasAction }
  const { tab: _, ...inAnyTab } = params
  const { sort: _sort, without: _without, ...narrowed } = inAnyTab
  const isDemo = isOpenTo(actions.setDemoFault, user.role)
  return (
    <main id="main" className="page below-6">
      <div className="page-head">
        <SagasTitle attention={counts.attention} cameBack={returned.length} isDesk={user.role !== 'admin'} />
        <p className="soft small">
          {t('summary', { total: counts.total, atWork: counts.atWork, undone: counts.undone })}
        </p>
      </div>
      {isDemo && <DemoSwitches faults={faults} action={setDemoFaultAction} />}
      <DegradedServices outages={outages} />
      <CameBack messages={returned} />
      <SagaCauses causes={causes.map((cause) => ({ ...cause, param: causeParam(cause) }))} {...bulk} />
      <SagaTabs current={filters.tab} counts={list.tabs} params={inAnyTab} />
      <SagaList
        rows={rows}
        total={total}
        view={list.view}
        page={page}
        requestId={newId()}
        tools={
          <>
            <SagaFilters doctors={doctors} params={params} search={filters.search ?? ''} action={searchSagasAction} />
            <SagaColumns spare={list.spare} without={list.view.without} params={params} />
          </>
        }
        {...bulk}
      >
        <SagaEmpty
          tab={filters.tab}
          isNarrowed={Object.keys(narrowed).length > 0 || page !== ''}
          lastAt={counts.lastAt}
        />
      </SagaList>
      <SagaPages
        previous={list.previous}
        next={list.next}
        before={list.rowsBefore}
        count={rows.length}
        total={total}
        perPage={sagasPerPage}
      />
      <LivePage stream="/api/sagas/stream" isWrittenOn />
    </main>
  )
}
