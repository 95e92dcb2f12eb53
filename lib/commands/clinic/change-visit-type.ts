import type { Db } from '@/lib/db/client'
import { announce } from '@/lib/event-store/announce'
import { accept, refuse } from '@/lib/result'

export const visitTypeChanges = ['offer', 'withdraw', 'sooner', 'later', 'remove'] as const

export type ChangeVisitType = { id: string; doctorId: string; change: (typeof visitTypeChanges)[number] }

/**
 * Offers a visit type or no longer offers it, moves it one place, or removes it. Refuses `visit_type_unknown`, and
 * `visit_type_booked` for removing one that visits were booked as: it can only be no longer offered.
 */
export async function changeVisitType(db: Db, { id, doctorId, change }: ChangeVisitType) {
  if (!(await db.visitType.count({ where: { id, doctorId } }))) return refuse('visit_type_unknown')
  if (change === 'remove' && !(await remove(db, id))) return refuse('visit_type_booked')
  if (change === 'offer' || change === 'withdraw')
    await db.visitType.update({ where: { id }, data: { isOffered: change === 'offer' } })
  if (change === 'sooner' || change === 'later') await move(db, doctorId, id, change)
  announce(db, [{ of: 'hours', doctor: doctorId }])
  return accept(null)
}

/** Returns whether it was removed: not when a visit was booked as it. */
async function remove(db: Db, id: string): Promise<boolean> {
  const removed = await db.$executeRaw`
    delete from visit_type where id = ${id}::uuid and not exists (select from appointment where visit_type_id = ${id}::uuid)`
  return removed > 0
}

/** The doctor's types are numbered anew, one writer at a time. */
async function move(db: Db, doctorId: string, id: string, change: 'sooner' | 'later'): Promise<void> {
  const by = change === 'sooner' ? -1.5 : 1.5
  await db.$transaction([
    db.$queryRaw`select from doctor where id = ${doctorId}::uuid for update`,
    db.$executeRaw`
      with before as (select id, row_number() over (order by position, id) as place from visit_type where doctor_id = ${doctorId}::uuid),
      after as (select id, row_number() over (order by place + case when id = ${id}::uuid then ${by}::float8 else 0 end) as place from before)
      update visit_type t set position = after.place from after where after.id = t.id`,
  ])
}
