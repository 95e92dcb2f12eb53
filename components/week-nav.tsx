import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { lastWeek } from '@/lib/domain/schedule/slot-week'

/** The heading over a week of free hours, and the way to the weeks before and after. */
export function WeekNav({ path, week }: { path: string; week: number }) {
  const t = useTranslations('doctor')
  return (
    <div className="row justify-between pb-3">
      <h2>{t('choose')}</h2>
      <nav className="row" aria-label={t('choose')}>
        <WeekLink path={path} week={week - 1} label={t('earlier')} isPossible={week > 0}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </WeekLink>
        <WeekLink path={path} week={week + 1} label={t('later')} isPossible={week < lastWeek}>
          <ChevronRight className="icon" aria-hidden="true" />
        </WeekLink>
      </nav>
    </div>
  )
}

type WeekLinkProps = { path: string; week: number; label: string; isPossible: boolean; children: ReactNode }

function WeekLink({ path, week, label, isPossible, children }: WeekLinkProps) {
  if (!isPossible)
    return (
      <span className="btn square" aria-disabled="true">
        {children}
        <span className="vh">{label}</span>
      </span>
    )
  return (
    <Link className="btn square" href={{ pathname: path as Route, query: { week } }} aria-label={label}>
      {children}
    </Link>
  )
}
