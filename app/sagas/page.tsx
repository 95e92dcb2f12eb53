import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { setDemoFaultAction } from '@/app/actions/set-demo-fault'
import { Desk } from '@/app/desk'
import { DemoSwitches } from '@/components/demo-switches'
import { LiveRefresh } from '@/components/live-refresh'
import { Pages } from '@/components/pages'
import { SagaTable } from '@/components/saga-table'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { readDemoFaults } from '@/lib/queries/demo-faults'
import { listDoctors } from '@/lib/queries/doctors'
import { countSagas, listSagas, sagasPerPage } from '@/lib/queries/sagas'
import { requireRole } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('sagas') }
}

/** Every saga, those that need a person first. */
export default async function SagasPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const user = await requireRole('admin', 'staff')
  const page = Math.max(Number.parseInt((await searchParams).page ?? '1', 10) || 1, 1)
  const t = await getTranslations('sagas')
  const [counts, { rows, total }, doctors, faults] = await Promise.all([
    countSagas(db()),
    listSagas(db(), page),
    listDoctors(db()),
    readDemoFaults(db()),
  ])
  const named = rows.map((row) => ({ ...row, doctor: doctors.find(({ id }) => id === row.visit.doctorId) }))
  return (
    <Desk user={user} current="sagas">
      <main id="main" className="wrap">
        <div className="head">
          <div>
            <h1>{counts.attention > 0 ? t('title_attention', { count: counts.attention }) : t('title_fine')}</h1>
            <p className="soft small">{t('summary', counts)}</p>
          </div>
        </div>
        {env().CARNET_DEMO === 'on' && user.role === 'admin' && (
          <DemoSwitches faults={faults} action={setDemoFaultAction} />
        )}
        <SagaTable rows={named} />
        <Pages path="/sagas" page={page} size={sagasPerPage} total={total} />
        <LiveRefresh stream="/api/sagas/stream" />
      </main>
    </Desk>
  )
}
