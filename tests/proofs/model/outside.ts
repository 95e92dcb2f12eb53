import type { StepResult } from '@/lib/domain/saga/decide'
import type { FailureKind, Service } from '@/lib/domain/saga/failure'
import { dayMs } from '@/lib/domain/time'
import type { Clinic } from './clinic'
import type { CalendarRow } from './database'
import type { Fate, OurFault, Outside, OutsideFate } from './services'

/**
 * One call of a service: whether it takes effect, and when, and what the caller hears. `lastArrival` in milliseconds.
 */
export function callOutside(
  clinic: Clinic,
  service: Service,
  { lastArrival }: { lastArrival: number },
  takeEffect: () => void,
): StepResult {
  const fate = fateOf(clinic.outside, service)
  if (fate === 'works' || fate === 'lost after') takeEffect()
  if (typeof fate === 'object') {
    const at = Math.min(clinic.now + fate.late, lastArrival)
    clinic.outside.underWay.push({ at, arrive: takeEffect })
  }
  return fate === 'works' ? { ok: true } : toResult(service, fate)
}

/**
 * A fate is used up by one call. An SMS does not arrive late, since a provider that knows no keys could then not be
 * kept from sending it twice (a stated limit).
 */
function fateOf(outside: Outside, service: Service): OutsideFate {
  const next = outside.fates.findIndex((fate) => isOurFault(fate) === (service === 'carnet'))
  const fate = outside.fates.splice(next, next < 0 ? 0 : 1)[0] ?? 'works'
  if (isOurFault(fate)) return fate === 'our fault after' ? 'lost after' : 'lost before'
  if (service === 'carnet') return 'works'
  const mood = outside.moods[service]
  if (mood !== 'works') return mood
  return service === 'sms' && typeof fate === 'object' ? 'lost after' : fate
}

function isOurFault(fate: Fate): fate is OurFault {
  return fate === 'our fault before' || fate === 'our fault after'
}

function toResult(service: Service, fate: Exclude<Fate, 'works'>): StepResult {
  const failing = (kind: FailureKind, status: number | null) => ({ service, kind, status })
  if (fate === 'nobody there' && service !== 'calendar') return { ok: false, failure: failing('address', 422) }
  if (fate === 'refuses' || fate === 'nobody there') return { ok: false, failure: failing('permanent', 403) }
  if (fate === 'down') return { ok: false, failure: failing('transient', 503) }
  if (fate === 'limited') return { ok: false, failure: failing('rate_limited', 429), retryAfterMs: 40_000 }
  return { ok: false, failure: failing('unknown', null) }
}

/** A calendar keeps the highest sequence, whatever it was asked before; what was removed it does not remember. */
export function writeEvent(calendar: Map<string, CalendarRow>, appointmentId: string, row: CalendarRow): void {
  const found = calendar.get(appointmentId)
  if (!found || found.sequence < row.sequence) calendar.set(appointmentId, row)
}

const keyLifeMs = dayMs

/**
 * Mirrors what lib/adapters/mail/resend.ts knows of its provider: a key is kept for a day, and a repeat within it is no
 * other mail.
 */
export function takeOnMail({ now, outside }: Clinic, key: string): void {
  const taken = outside.mail.get(key) ?? []
  if (taken.some((at) => now - at < keyLifeMs)) return
  outside.mail.set(key, [...taken, now])
}

/** Mirrors lib/adapters/sms/twilio.ts: no keys, but after a call that was lost it is asked what it has sent since. */
export function takeOnSms({ now, outside }: Clinic, key: string, lostSince: string | null): void {
  const taken = outside.sms.get(key) ?? []
  if (lostSince !== null && taken.some((at) => at >= Date.parse(lostSince))) return
  outside.sms.set(key, [...taken, now])
}

/** Lets time pass; what is under way arrives at its moment. */
export function passTime(clinic: Clinic, ms: number): void {
  const until = clinic.now + ms
  const { outside } = clinic
  for (;;) {
    const due = outside.underWay.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
    if (!due) break
    outside.underWay.splice(outside.underWay.indexOf(due), 1)
    clinic.now = Math.max(clinic.now, due.at)
    due.arrive()
  }
  clinic.now = until
}
