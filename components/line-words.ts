import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { Line } from '@/lib/domain/appointment/line'
import { whyUndone } from '@/lib/domain/appointment/progress'
import { clock, dayAndClock, dayOf } from '@/lib/domain/schedule/wording'
import type { ShownVisit } from './visit'
import { useVisitWords } from './visit-words'

/** The plain words for a line of the patient's page, and for what stands beneath it. */
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
    if (name === 'confirmed' && state === 'later') return t('confirmed_later')
    if (!line.nextAt) return undefined
    const slow = {
      in_calendar: 'calendar_slow',
      you_have_sms: 'sms_slow',
      confirmed: 'confirmed_slow',
      told: 'told_slow',
    } as const
    return t(slow[name as 'told'] ?? 'mail_slow', { time: clock(line.nextAt, place) })
  }

  function bodyOfRequest({ hour, state }: Line): string {
    const asked = hour ?? visit.startsAt
    const whose = { day: dayOf(asked, place), time: clock(asked, place), patient: words.patient }
    if (state === 'struck')
      return t(visit.endedBecause === 'booking_failed' ? 'requested_struck' : 'requested_for', whose)
    return t(hasMoved || visit.endedBecause ? 'requested_for' : 'requested_body', whose)
  }

  function bodyOfMove({ state, from, hour, nextAt }: Line): string {
    const hours = {
      before: dayAndClock(from ?? visit.startsAt, place),
      after: dayAndClock(hour ?? visit.startsAt, place),
    }
    if (state === 'now' && nextAt) return t('moving_slow', { ...hours, time: clock(nextAt, place) })
    return t(({ struck: 'moved_struck', now: 'moving_body' } as const)[state as 'now'] ?? 'moved_body', hours)
  }

  return { title, body }
}
