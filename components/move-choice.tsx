import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import type { SlotWeek as Week } from '@/lib/domain/schedule/slot-week'
import { BackLink } from './back-link'
import { movePath } from './move-path'
import { SlotWeek } from './slot-week'
import { Time } from './time'
import { WeekNav } from './week-nav'

type MoveChoiceProps = {
  title: string
  /** The visit's own page. */
  path: string
  /** Where the visit is (ISO instant). */
  startsAt: string
  week: Week
  day: string | undefined
  slots: readonly Slot[]
}

/** The free hours a visit can move to, each a link to where it is confirmed. */
export function MoveChoice({ title, path, startsAt, week, day, slots }: MoveChoiceProps) {
  const t = useTranslations('change')
  return (
    <>
      <BackLink href={path}>{t('back')}</BackLink>
      <div className="doctor pb-6">
        <h1>{title}</h1>
        <p className="soft">
          {t('now_at')} <Time at={startsAt} form="dayAndClock" />
        </p>
      </div>
      <WeekNav shown={week} path={`${path}/move`} />
      <SlotWeek
        slots={slots}
        from={week.from}
        day={day}
        dayPath={(other) => `${path}/move?${new URLSearchParams({ week: String(week.week), day: other })}`}
        hour={(slot) => (
          <Link prefetch={false} key={slot.startsAt} className="slot" href={movePath(path, slot)}>
            <Time at={slot.startsAt} form="clock" />
          </Link>
        )}
      />
    </>
  )
}
