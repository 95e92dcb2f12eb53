import { useTimeZone, useTranslations } from 'next-intl'
import type { Span } from '@/lib/domain/schedule/doctor-schedule'
import { laterBy } from '@/lib/domain/schedule/later-by'
import { clock, isoDay } from '@/lib/domain/schedule/wording'
import { Time } from './time'

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
