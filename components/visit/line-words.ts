import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { channelNames } from '@/lib/domain/messages/channels'
import type { Line } from '@/lib/views/line'
import { whyUndone } from '@/lib/views/progress'
import { dayOf, spokenClock, spokenDayAndClock, unbroken } from '@/lib/views/wording'
import type { ShownVisit } from './visit'
import { useVisitWords } from './visit-words'

/** Returns the plain words for a line of the patient's page, and for what stands beneath it. */
export function useLineWords(visit: ShownVisit) {
  const t = useTranslations('line')
  const words = useVisitWords(visit)
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const hasMoved = visit.sagas.some(({ move }) => move)

  function title({ name, state }: Line): string {
    if (name === 'failed') return t(`failed_${whyUndone(visit.sagas)}`)
    if (name === 'cancelled') return t(visit.endedBecause as 'cancelled_by_doctor', words)
    if (name === 'moved') return t(state === 'now' ? 'moving' : 'moved')
    if ((name === 'you_have_mail' || name === 'you_have_sms') && state === 'failed') return t('told')
    return t(name, words)
  }

  function body(line: Line): string | undefined {
    const { name, state } = line
    if (line.isUntold || (state === 'failed' && name !== 'failed')) return t('told_failed')
    if (name === 'requested') return bodyOfRequest(line)
    if (name === 'moved') return bodyOfMove(line)
    if (name === 'cancelled' || name === 'declined') return t('slot_freed', words)
    if (name === 'missed') return t('missed_body', words)
    if (name === 'completed') return t('completed_body', words)
    if (!line.nextAt) return undefined
    const slow = { in_calendar: 'calendar_slow', confirmed: 'confirmed_slow', told: 'told_slow' } as const
    const channel = channelNames.find((channel) => name === `you_have_${channel}`) ?? 'mail'
    return t(slow[name as 'told'] ?? `${channel}_slow`, { time: spokenClock(line.nextAt, place) })
  }

  function bodyOfRequest({ hour, state }: Line): string {
    const asked = hour ?? visit.startsAt
    const whose = { day: unbroken(dayOf(asked, place)), time: spokenClock(asked, place), patient: words.patient }
    if (state === 'struck')
      return t(visit.endedBecause === 'booking_failed' ? 'requested_struck' : 'requested_for', whose)
    return t(hasMoved || visit.endedBecause ? 'requested_for' : 'requested_body', whose)
  }

  function bodyOfMove({ state, from, hour, nextAt }: Line): string {
    const hours = {
      before: unbroken(spokenDayAndClock(from ?? visit.startsAt, place)),
      after: unbroken(spokenDayAndClock(hour ?? visit.startsAt, place)),
    }
    if (state === 'now' && nextAt) return t('moving_slow', { ...hours, time: spokenClock(nextAt, place) })
    return t(({ struck: 'moved_struck', now: 'moving_body' } as const)[state as 'now'] ?? 'moved_body', hours)
  }

  return { title, body }
}
