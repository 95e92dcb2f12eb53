import { useTranslations } from 'next-intl'
import type { Slot } from '@/lib/domain/appointment/appointment'
import { BackLink } from './back-link'
import { movePath } from './move-path'
import { SlotWeek } from './slot-week'
import { Time } from './time'
import { WeekNav } from './week-nav'

type MoveChoiceProps = {
  title: string
  /** The visit's own page. */
  path: string
  /** Where the visit is, and the free hours of a week from `from` (ISO instants). */
  startsAt: string
  week: number
  from: string
  slots: readonly Slot[]
}

/** The free hours a visit can move to, each a link to where it is confirmed. */
export function MoveChoice({ title, path, startsAt, week, from, slots }: MoveChoiceProps) {
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
      <WeekNav path={`${path}/move`} week={week} />
      <SlotWeek slots={slots} from={from} pathOf={(slot) => movePath(path, slot)} />
    </>
  )
}
