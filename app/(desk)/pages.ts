import { Activity, Building2, CalendarDays, Clock, ListChecks, type LucideIcon, Mail, Waypoints } from 'lucide-react'
import type { Access } from '@/lib/web/access'
import type en from '@/messages/en.json'

/** Who may open a page, with all below it; and how the frame leads there, or from which other page one comes to it. */
type DeskPage = { access: Access } & (
  | { Icon: LucideIcon; word: keyof (typeof en)['desk'] }
  | { partOf: string }
  /** Behind the reader's own name. */
  | { isReaders: true }
)

const anyDoctors = { staff: 'any', admin: 'any' } as const
const ownOrAny = { doctor: 'own', ...anyDoctors } as const

/** The desk's pages by the first part of their address, in the order of the frame's links. */
export const deskPages = {
  '/day': { access: ownOrAny, Icon: ListChecks, word: 'day' },
  '/calendar': { access: ownOrAny, Icon: CalendarDays, word: 'calendar' },
  '/sagas': { access: anyDoctors, Icon: Waypoints, word: 'sagas' },
  '/patients': { access: ownOrAny, partOf: '/day' },
  '/hours': { access: ownOrAny, Icon: Clock, word: 'hours' },
  '/own-calendar': { access: ownOrAny, partOf: '/hours' },
  '/runs': { access: ownOrAny, partOf: '/day' },
  '/health': { access: anyDoctors, Icon: Activity, word: 'health' },
  '/clinic': { access: { admin: 'any' }, Icon: Building2, word: 'clinic' },
  '/account': { access: ownOrAny, isReaders: true },
  '/inbox': { access: { inDemo: 'anyone', otherwise: { admin: 'any' } }, Icon: Mail, word: 'inbox' },
} as const satisfies Record<string, DeskPage>
