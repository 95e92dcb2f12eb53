import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'
import { LivePage } from '@/components/live/live-page'
import { RunRows } from '@/components/runs/run-rows'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { listRuns } from '@/lib/queries/run/runs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('runs'))('title') }
}

/** The runs of late: what was done to many at once, by whom, and what became of it. */
export default async function RunsPage() {
  const { doctor } = await requirePage('/runs')
  const now = isoNow()
  const [t, runs] = await Promise.all([getTranslations('runs'), listRuns(db(), { doctorId: doctor?.id ?? null }, now)])
  return (
    <main id="main" className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      {runs.length === 0 ? <p className="soft">{t('none')}</p> : <RunRows runs={runs} now={now} />}
      <LivePage stream={doctor ? '/api/calendar/stream' : '/api/sagas/stream'} />
    </main>
  )
}
