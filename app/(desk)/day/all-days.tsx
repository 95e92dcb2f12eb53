import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { recordAttendanceAction } from '@/app/actions/desk/record-attendance'
import { UnsentNote } from '@/components/calendar/acts/unsent-note'
import { BoardHeading } from '@/components/calendar/board/board-heading'
import { BoardLegend } from '@/components/calendar/board/board-legend'
import { DayBoard } from '@/components/calendar/board/day-board'
import { KeepDays } from '@/components/calendar/kept/keep-days'
import { LivePage } from '@/components/live/live-page'
import { db } from '@/lib/db/client'
import { isoNow } from '@/lib/iso-now'
import { readBoard } from '@/lib/queries/calendar/board'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { env } from '@/lib/settings/env'
import { calendarRange } from '@/lib/views/calendar-range'
import { boardColumns } from './board-columns'

/**
 * The day of all doctors side by side, the desk’s home: who waits, who is late, who is in the room and who is next, what is
 * free. It is read by as many statements however many doctors there are.
 */
export async function AllDays({ date }: { date: string | undefined }) {
  const now = isoNow()
  const [t, { timeZone }] = await Promise.all([getTranslations('board'), getClinic(db())])
  const range = calendarRange({ date, view: 'day', now, timeZone })
  const { doctors, visits: found, free } = await readBoard(db(), { range, now })
  const { columns, part } = boardColumns({ range, doctors, visits: found, free, now })
  return (
    <main id="main" className="page">
      <UnsentNote requests={found.filter(({ status }) => status === 'requested')} visits={found} />
      <BoardHeading range={range} doctors={doctors} visits={found} now={now} />
      {doctors.length === 0 && <p className="sheet padded">{t('nobody')}</p>}
      {doctors.length > 0 && (
        <DayBoard
          key={range.day}
          columns={columns}
          part={part}
          stepMinutes={Math.min(...doctors.map(({ schedule }) => schedule.stepMinutes))}
          now={now}
          undoMs={env().UNDO_MS}
          record={recordAttendanceAction}
          today={range.today}
        />
      )}
      <BoardLegend />
      <p className="small not-printed">
        <Link prefetch={false} href={'/day/kept' as Route}>
          {t('keep_link')}
        </Link>
      </p>
      <KeepDays />
      <LivePage stream="/api/sagas/stream" shown={{ range: { from: range.from, to: range.to } }} isWrittenOn />
    </main>
  )
}
