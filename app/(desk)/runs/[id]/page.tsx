import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeRunAction } from '@/app/actions/desk/change-run'
import { requirePage } from '@/app/require-page'
import { BackLink } from '@/components/frame/back-link'
import { LivePage } from '@/components/live/live-page'
import { RunHead } from '@/components/runs/run-head'
import { RunItems } from '@/components/runs/run-items'
import { db } from '@/lib/db/client'
import { isId } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'
import { listRunItems } from '@/lib/queries/run/run-items'
import { findRun } from '@/lib/queries/run/runs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('runs'))('title') }
}

/** One run: how far it has come, what can be done with it, and what became of each item. */
export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const { doctor } = await requirePage('/runs')
  const { id } = await params
  const now = isoNow()
  const run = isId(id) ? await findRun(db(), id, { doctorId: doctor?.id ?? null }, now) : undefined
  if (!run) notFound()
  const [t, items] = await Promise.all([getTranslations('runs'), listRunItems(db(), id)])
  const isOver = run.state === 'stopped' || run.state === 'finished'
  return (
    <main id="main" className="page">
      <BackLink href="/runs">{t('title')}</BackLink>
      <RunHead run={run} now={now} action={changeRunAction} />
      <RunItems items={items} more={run.total - items.length} isOver={isOver} />
      <LivePage stream={doctor ? '/api/calendar/stream' : '/api/sagas/stream'} shown={{ run: id }} />
    </main>
  )
}
