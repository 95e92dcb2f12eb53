import { useTimeZone, useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { Span } from '@/lib/domain/intervals'
import { laterBy } from '@/lib/domain/time'
import { clock, isoDay } from '@/lib/views/wording'

/** From when to when somebody is away: days where they are whole, else hours. */
export function TimeOffWords({ startsAt, endsAt }: Span) {
  const t = useTranslations('hours')
  const timeZone = useTimeZone() ?? 'UTC'
  const isMidnight = (instant: string) => clock(instant, { locale: 'fr', timeZone }) === '00:00'
  const last = laterBy(endsAt, -1)
  const isOneDay = isoDay(startsAt, timeZone) === isoDay(last, timeZone)
  if (isMidnight(startsAt) && isMidnight(endsAt))
    return isOneDay ? (
      <Time at={startsAt} form="day" />
    ) : (
      <>
        <Time at={startsAt} form="day" /> – <Time at={last} form="day" />
      </>
    )
  return (
    <>
      <Time at={startsAt} form="dayAndClock" /> –{' '}
      {isOneDay && isMidnight(endsAt) ? (
        t('end_of_day')
      ) : (
        <Time at={endsAt} form={isOneDay ? 'clock' : 'dayAndClock'} />
      )}
    </>
  )
}
