import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarRange } from '@/lib/domain/schedule/calendar-range'
import { Time } from './time'

type CalendarToolbarProps = { range: CalendarRange; view: 'day' | 'week'; count: number }

/** The day or week as heading, and the way to the others. Links, so that a date can be kept and shared. */
export function CalendarToolbar({ range, view, count }: CalendarToolbarProps) {
  const t = useTranslations('calendar')
  const at = (date: string) => ({ pathname: '/calendar', query: { view, date } })
  const last = new Date(Date.parse(range.to) - 43_200_000).toISOString()
  return (
    <div className="head">
      <div>
        <h1 className="first-letter:uppercase">
          <Time at={range.from} form="day" />
          {view === 'week' && (
            <>
              {' – '}
              <Time at={last} form="day" />
            </>
          )}
        </h1>
        <p className="soft small">{t('visits', { count })}</p>
      </div>
      <div className="row">
        <Link prefetch={false} className="btn" href={at(range.today)}>
          {t('today')}
        </Link>
        <Link prefetch={false} className="btn square" href={at(range.previous)} aria-label={t('previous')}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </Link>
        <Link prefetch={false} className="btn square" href={at(range.next)} aria-label={t('next')}>
          <ChevronRight className="icon" aria-hidden="true" />
        </Link>
      </div>
      <nav className="seg push" aria-label={t('view')}>
        {(['day', 'week'] as const).map((one) => (
          <Link
            prefetch={false}
            key={one}
            href={{ pathname: '/calendar', query: { view: one, date: range.day } }}
            aria-current={one === view ? 'page' : undefined}
          >
            {t(one)}
          </Link>
        ))}
      </nav>
    </div>
  )
}
