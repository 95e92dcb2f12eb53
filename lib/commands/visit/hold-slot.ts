import type { Db } from '@/lib/db/client'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import { holdMs, holdsMax } from '@/lib/domain/schedule/hold'
import { type Slot, withBuffers } from '@/lib/domain/schedule/slot'
import { laterBy } from '@/lib/domain/time'
import { announce } from '@/lib/event-store/announce'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { describeSlot, nearestOpenSlots } from '@/lib/queries/visit/open-slots'
import { accept, refuse } from '@/lib/result'

export type HoldSlot = {
  /** Whose it is, by an id that only they can name. */
  holder: string
  /** The hold's own id: whoever names it sees the hour as free, and may not book it. */
  holdId: string
  doctorSlug: string
  visitTypeId?: string | undefined
  /** ISO instant with offset Z. */
  startsAt: string
}

/**
 * Keeps an hour for somebody while they fill in its form: others no longer see it and cannot book it. Holding what
 * one holds begins anew. A hold is no event: it lapses by itself and leaves nothing. Answers until when (ISO instant).
 * Refuses `doctor_unknown`, `visit_type_unknown` and what `describeSlot` refuses, with the nearest free hours.
 */
export async function holdSlot(db: Db, { holder, holdId, doctorSlug, visitTypeId, startsAt }: HoldSlot, now: string) {
  const doctor = await findDoctorBySlug(db, doctorSlug)
  if (!doctor) return refuse('doctor_unknown')
  const length = doctor.visitTypes.find(({ id }) => !visitTypeId || id === visitTypeId)
  if (!length) return refuse('visit_type_unknown')
  const slot = await describeSlot(db, doctor, length, startsAt, { now, holder })
  if (!slot.ok) return slot
  const until = laterBy(now, holdMs)
  if (!(await claim(db, { slot: slot.value, length, holder, holdId, now, until })))
    return refuse('slot_taken', { nearest: await nearestOpenSlots(db, { doctor, length }, startsAt, { now, holder }) })
  const { startsAt: from, endsAt: to } = withBuffers(slot.value, length)
  announce(db, [{ of: 'slot', visit: null, doctor: doctor.id, from, to }])
  return accept({ until })
}

type Claim = { slot: Slot; length: VisitLength; holder: string; holdId: string; now: string; until: string }

/**
 * Claims the slot for a holder, and returns whether it could. Its holds are counted one request at a time; its own
 * hold of this time, and lapsed ones, make room.
 */
async function claim(db: Db, { slot, length, holder, holdId, now, until }: Claim): Promise<boolean> {
  const { startsAt: from, endsAt: to } = withBuffers(slot, length)
  const [, rows] = await db.$transaction([
    db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${holder}, 0))`,
    db.$queryRaw<unknown[]>`
      with given as (
        select ${slot.doctorId}::uuid as doctor, ${from}::timestamptz as starts, ${to}::timestamptz as ends, ${holder}::uuid as browser,
               tstzrange(${slot.startsAt}::timestamptz, ${slot.endsAt}::timestamptz) as visit
      ),
      own as (
        select h.*, row_number() over (order by held_until desc) as number,
               h.doctor_id = doctor and h.starts_at < ends and starts < h.ends_at as clashes
        from slot_claim h, given where h.holder = browser
      ),
      let_go as (
        delete from slot_claim where (appointment_id, doctor_id, starts_at, ends_at) in (
          select h.appointment_id, h.doctor_id, h.starts_at, h.ends_at from slot_claim h, given
          where h.held_until <= ${now}::timestamptz and h.doctor_id = doctor
             or (h.appointment_id, h.doctor_id, h.starts_at, h.ends_at) in (
               select appointment_id, doctor_id, starts_at, ends_at from own where clashes or number >= ${holdsMax})
          for update of h skip locked)
        returning 1
      )
      insert into slot_claim (appointment_id, doctor_id, starts_at, ends_at, held_until, holder)
      select ${holdId}::uuid, doctor, starts, ends, ${until}::timestamptz, browser from given, (select count(*) from let_go) n
      where is_free(doctor, visit, tstzrange(starts, ends), array[browser], ${now}::timestamptz)
      on conflict do nothing returning 1`,
  ])
  return rows.length > 0
}
