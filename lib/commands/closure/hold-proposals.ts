import type { Db } from '@/lib/db/client'
import type { Span } from '@/lib/domain/intervals'
import { proposeHours } from '@/lib/domain/schedule/propose-hours'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { newId } from '@/lib/ids'
import { getScheduledDoctor } from '@/lib/queries/people/doctors'
import { listOpenDays } from '@/lib/queries/visit/open-slots'
import { listVisitsInside } from './visits-inside'

type HoldProposals = {
  /** The closure's request: whoever sends it may have the hours. */
  requestId: string
  doctorId: string
  span: Span
}

/** Longer than a preview is asked again for. */
const holdMs = 6 * minuteMs
/** So far ahead hours are proposed. */
const days = 42
const perDay = 60

/**
 * Proposes another hour for each visit that a closure would hit, the nearest that is free, and keeps them for whoever
 * prepares it. What was kept before is let go of first. Returns the hours (ISO instants) by visit; none where none is free.
 */
export async function holdProposals(db: Db, { requestId, doctorId, span }: HoldProposals, now: string) {
  await db.slotClaim.deleteMany({ where: { holder: requestId } })
  const doctor = await getScheduledDoctor(db, doctorId)
  const ids = await listVisitsInside(db, doctorId, span, now)
  const visits = await db.appointment.findMany({ where: { id: { in: ids } }, orderBy: { startsAt: 'asc' } })
  const asked = visits.map(({ id, startsAt, endsAt, beforeMinutes, afterMinutes }) => ({
    id,
    startsAt: startsAt.toISOString(),
    length: { minutes: (endsAt.getTime() - startsAt.getTime()) / minuteMs, beforeMinutes, afterMinutes },
  }))
  const lengths = [...new Map(asked.map(({ length }) => [JSON.stringify(length), length])).values()]
  const wanted = lengths.map((length) => ({ doctor, length }))
  const open = await listOpenDays(db, wanted, { now, days, by: 'clinic', first: perDay })
  const free = new Map(
    lengths.map((length, index) => [
      JSON.stringify(length),
      (open[index] ?? [])
        .flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))
        // The closed time itself is still open while it is prepared.
        .filter((at) => at >= span.endsAt || laterBy(at, length.minutes * minuteMs) <= span.startsAt),
    ]),
  )
  const proposed = proposeHours(asked, (length) => free.get(JSON.stringify(length)) ?? [])
  const until = laterBy(now, holdMs)
  const held = await Promise.all(
    [...proposed].map(async ([id, startsAt]) => {
      const visit = asked.find((one) => one.id === id)
      if (!visit) return []
      const { minutes, beforeMinutes, afterMinutes } = visit.length
      const endsAt = laterBy(startsAt, minutes * minuteMs)
      const [from, to] = [laterBy(startsAt, -beforeMinutes * minuteMs), laterBy(endsAt, afterMinutes * minuteMs)]
      const rows = await db.$queryRaw<unknown[]>`
        insert into slot_claim (appointment_id, doctor_id, starts_at, ends_at, held_until, holder)
        select ${newId()}::uuid, ${doctorId}::uuid, ${from}::timestamptz, ${to}::timestamptz, ${until}::timestamptz, ${requestId}::uuid
        where is_free(${doctorId}::uuid, tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz),
          tstzrange(${from}::timestamptz, ${to}::timestamptz), array[${requestId}::uuid], ${now}::timestamptz)
        on conflict do nothing returning 1`
      return rows.length > 0 ? [[id, startsAt] as const] : []
    }),
  )
  return new Map(held.flat())
}
