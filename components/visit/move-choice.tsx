import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BackLink } from '@/components/frame/back-link'
import { Time } from '@/components/ui/time'
import type { WeekOfSlots } from '@/lib/views/slots/slot-week'
import { movePath } from './move-path'
import { SlotWeek } from './slots/slot-week'
import { WeekNav } from './slots/week-nav'

type MoveChoiceProps = WeekOfSlots & {
  title: string
  /** The visit's own page. */
  path: string
  /** With whom and for what, where the page does not say it otherwise. */
  about?: ReactNode
  /** Where the visit is (ISO instant). */
  startsAt: string
  day: string | undefined
  /** Of the clinic, for a patient who finds no hour. */
  phone?: string | undefined
}

/** The free hours a visit can move to, each a link to where it is confirmed. */
export function MoveChoice({ title, path, about, startsAt, day, phone, ...shown }: MoveChoiceProps) {
  const t = useTranslations('change')
  return (
    <>
      <BackLink href={path}>{t('back')}</BackLink>
      <div className="doctor below-5">
        <h1>{title}</h1>
        {about && <p className="soft">{about}</p>}
        <p className="soft">
          {t('now_at')} <Time at={startsAt} form="dayAndClock" />
        </p>
      </div>
      <WeekNav shown={shown.week} path={`${path}/move`} />
      <SlotWeek
        {...shown}
        day={day}
        phone={phone}
        present={startsAt}
        dayPath={(of) => `${path}/move?${new URLSearchParams(of)}`}
        hour={(slot) => (
          <Link prefetch={false} key={slot.startsAt} className="slot" href={movePath(path, slot)}>
            <Time at={slot.startsAt} form="clock" />
          </Link>
        )}
      />
    </>
  )
}
