import ical, { ICalEventStatus } from 'ical-generator'
import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import fr from '@/messages/fr.json'

type FeedVisit = {
  id: string
  version: number
  startsAt: string
  endsAt: string
  updatedAt: string
  state: 'requested' | 'confirmed' | 'completed' | 'no_show'
  visitType: { fr: string; en: string } | null
}
type Feed = { visits: readonly FeedVisit[]; language: 'fr' | 'en'; home: string }

const refreshSeconds = 15 * 60

/**
 * A doctor's visits as an iCalendar file that calendar programs read again and again (RFC 5545): instants in UTC, UIDs that
 * stay, the same bytes as long as nothing changes. It names no person; each visit leads to its page, where one signs in.
 * `home` is where people reach the clinic.
 */
export function feedIcs({ visits, language, home }: Feed): string {
  const t = createTranslator({ locale: language, messages: language === 'fr' ? fr : en })
  const calendar = ical({ name: 'Carnet', prodId: { company: 'carnet', product: 'feed' }, ttl: refreshSeconds })
  for (const { id, version, startsAt, endsAt, updatedAt, state, visitType } of visits) {
    calendar.createEvent({
      id: `${id}@carnet`,
      sequence: version,
      start: new Date(startsAt),
      end: new Date(endsAt),
      stamp: new Date(updatedAt),
      summary: t('feed.summary', { type: visitType?.[language] ?? t('feed.visit'), state: t(`feed.state_${state}`) }),
      url: new URL(`/calendar/visits/${id}`, home).href,
      status: state === 'requested' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
