import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { daysLater } from '@/lib/domain/schedule/clinic-days'
import type { SlotWeek } from '@/lib/views/slots/slot-week'
import { dayRange, unbroken } from '@/lib/views/wording'
import styles from './slot-week.module.css'

type WeekNavProps = { shown: SlotWeek; path: string; query?: Record<string, string> }

/** The heading over a week of free hours, and the way to the weeks before and after. */
export function WeekNav({ shown: { week, from, isLast }, path, query = {} }: WeekNavProps) {
  const t = useTranslations('doctor')
  const to = (other: number) => ({ pathname: path as Route, query: { ...query, week: other } })
  return (
    <div className={`row apart below-4 ${styles.unwrapped}`}>
      <h2 id="week">{unbroken(dayRange(from, daysLater(from, 6), useLocale()))}</h2>
      <nav className={`row ${styles.unwrapped}`} aria-label={t('choose')}>
        <WeekLink href={to(week - 1)} label={t('earlier')} isPossible={week > 0}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </WeekLink>
        <WeekLink href={to(week + 1)} label={t('later')} isPossible={!isLast}>
          <ChevronRight className="icon" aria-hidden="true" />
        </WeekLink>
      </nav>
    </div>
  )
}

type WeekLinkProps = {
  href: { pathname: Route; query: Record<string, string | number> }
  label: string
  isPossible: boolean
  children: ReactNode
}

function WeekLink({ href, label, isPossible, children }: WeekLinkProps) {
  if (!isPossible)
    return (
      <span className="button square" aria-disabled="true">
        {children}
        <span className="visually-hidden">{label}</span>
      </span>
    )
  return (
    <Link prefetch={false} scroll={false} className="button square" href={href} aria-label={label}>
      {children}
    </Link>
  )
}
