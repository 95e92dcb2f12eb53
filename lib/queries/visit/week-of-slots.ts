import type { Db } from '@/lib/db/client'
import { clinicDayOf } from '@/lib/domain/schedule/clinic-days'
import type { VisitLength } from '@/lib/domain/schedule/doctor-schedule'
import type { Slot } from '@/lib/domain/schedule/slot'
import type { ScheduledDoctor } from '@/lib/queries/people/doctors'
import { closedDays } from '@/lib/views/slots/closed-days'
import { type NextDay, slotWeek, type WeekOfSlots, weekHolding } from '@/lib/views/slots/slot-week'
import { listOpenSlots, type SlotQuestion } from './open-slots'

type Asked = Pick<SlotQuestion, 'now' | 'holder' | 'by'> & {
  /** Which week from today, as an address says it; without one the week around `near` (ISO instant), or this one. */
  week: string | undefined
  near?: string
}

/** Returns the week of free hours that an address asks for, for a visit of this length. */
export async function readWeekOfSlots(
  db: Db,
  doctor: ScheduledDoctor,
  length: VisitLength,
  { week: asked, near, ...question }: Asked,
): Promise<WeekOfSlots> {
  const { schedule } = doctor
  const { now, by } = question
  const week = slotWeek(asked ?? (near && weekHolding(near, now, schedule.timeZone)), now, schedule)
  const slotsOf = async (days: number, from: string, first?: number) => {
    const wanted = { ...question, days, from, ...(first !== undefined && { first }) }
    return (await listOpenSlots(db, [{ doctor, length }], wanted)).get(doctor.id)?.slots ?? []
  }
  const slots = await slotsOf(7, week.from)
  const closed = closedDays(by === 'clinic' ? { ...schedule, noticeMinutes: 0 } : schedule, length, now, week.from)
  if (slots.length > 0) return { week, now, slots, closed, next: undefined }
  const today = clinicDayOf(now, schedule.timeZone)
  const days = schedule.horizonDays + 1
  const [next] = [...(await slotsOf(days, week.from, 1)), ...(await slotsOf(days, today, 1))]
  return { week, now, slots, closed, next: next && nextDay(next, now, schedule.timeZone) }
}

function nextDay({ startsAt }: Slot, now: string, timeZone: string): NextDay {
  return { day: clinicDayOf(startsAt, timeZone), week: weekHolding(startsAt, now, timeZone) }
}
