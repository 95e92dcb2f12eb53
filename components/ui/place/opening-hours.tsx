import { useLocale, useTranslations } from 'next-intl'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { type ClinicHours, type OpenDays, openDays } from '@/lib/domain/schedule/clinic-hours'
import { clockWords, weekdayName } from '@/lib/views/clinic/opening-words'

type OpeningHoursProps = { hours: readonly ClinicHours[]; hasClosed?: boolean }

/** When the clinic is open, days with the same hours together; the closed ones come last, if they are wanted. */
export function OpeningHours({ hours, hasClosed = false }: OpeningHoursProps) {
  const t = useTranslations('place')
  const locale = useLocale()
  const groups = openDays(hours)
  const daysOf = ({ from, to }: OpenDays) =>
    t(from === to ? 'days_one' : to === from + 1 ? 'days_two' : 'days_many', {
      from: weekdayName(from, locale),
      to: weekdayName(to, locale),
    })
  const closed = groups.filter(({ spans }) => spans.length === 0).map(daysOf)
  return (
    <>
      {groups
        .filter(({ spans }) => spans.length > 0)
        .map((group) => (
          <p key={group.from}>
            {upperFirst(daysOf(group))},{' '}
            {group.spans.map(({ opens, closes }, index) => (
              <span key={opens}>
                {index > 0 && ', '}
                <span className="one-line">
                  {clockWords(opens, locale)} – {clockWords(closes, locale)}
                </span>
              </span>
            ))}
          </p>
        ))}
      {hasClosed && closed.length > 0 && <p className="mute">{t('closed_on', { days: closed.join(', ') })}</p>}
    </>
  )
}
