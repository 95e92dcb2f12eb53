import { accessTo } from '@/lib/domain/appointment/may'
import type { Env } from '@/lib/settings/env'
import type { Access } from '@/lib/web/access'

/** A machine that proves to know a secret of the settings; while it is not set, there is no such route. */
type Machine = { readonly secret: keyof Env }

const ofDoctor = { doctor: 'own' } as const
const ownOrAny = { ...ofDoctor, staff: 'any', admin: 'any' } as const

/** Who may call which route. */
export const routes = {
  '/api/calendar/acts': ownOrAny,
  '/api/calendar/stream': ofDoctor,
  '/api/calendar/visits/[id]/slots': accessTo('move'),
  '/api/doctors/[slug]/photo': { admin: 'any' },
  '/api/feeds/[token]/calendar.ics': 'feed-link',
  '/api/find': 'anyone',
  '/api/health/live': 'anyone',
  '/api/health/ready': 'anyone',
  /** Inngest's own kit lets in whoever signs with the key of the settings. */
  '/api/inngest': 'sdk',
  '/api/metrics': { secret: 'METRICS_TOKEN' },
  '/api/patients/find': { doctor: 'own', staff: 'any', admin: 'any' },
  '/api/photos/[hash]': 'anyone',
  '/api/sagas/stream': { staff: 'any', admin: 'any' },
  '/api/slots/stream': 'anyone',
  '/api/v/[token]/stream': 'visit-link',
  '/api/v/[token]/visit.ics': 'visit-link',
  '/api/webhooks/resend': { secret: 'RESEND_WEBHOOK_SECRET' },
  '/api/webhooks/twilio': { secret: 'TWILIO_AUTH_TOKEN' },
} as const satisfies Record<string, Access | Machine | 'sdk'>
