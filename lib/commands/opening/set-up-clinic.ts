import { userOf } from '@/lib/commands/people/add-account'
import { addDoctor } from '@/lib/commands/people/add-doctor'
import type { Db } from '@/lib/db/client'
import { type FirstHours, readFirstHours } from '@/lib/domain/opening/first-hours'
import type { Opening } from '@/lib/domain/opening/opening'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { getFirstIds } from '@/lib/queries/opening/opening'
import { accept, refuse } from '@/lib/result'

/** Writes what the clinic is called and where it is; or changes it, as long as it is not open. */
export async function nameFirstClinic(db: Db, facts: NonNullable<Opening['clinic']>): Promise<void> {
  await db.clinic.upsert({ where: { id: 1 }, create: { id: 1, ...facts }, update: facts })
}

type FirstAdmin = { name: string; email: string; passwordHash: string }

/** Makes the first admin's account, or changes it; there is one. Refuses `email_taken`. `now` is an ISO instant. */
export async function addFirstAdmin(db: Db, { name, email, passwordHash }: FirstAdmin, now: string) {
  const { admin: id } = await getFirstIds(db)
  const user = userOf({ requestId: id, name, email, role: 'admin', passwordHash }, now)
  if (await db.user.count({ where: { email: user.email, id: { not: id } } })) return refuse('email_taken')
  const update = {
    name,
    email: user.email,
    accounts: { update: { where: { id: user.accounts.create.id }, data: { password: passwordHash } } },
  }
  await db.user.upsert({ where: { id }, create: user, update })
  return accept(null)
}

type FirstDoctor = Omit<NonNullable<Opening['doctor']>, 'id'> & { passwordHash: string }

/** Makes the first doctor, with an account, or changes them; there is one. Refuses `email_taken`. `now` is an ISO instant. */
export async function addFirstDoctor(db: Db, { passwordHash, ...doctor }: FirstDoctor, now: string) {
  const { doctor: id, doctorRequest: requestId } = await getFirstIds(db)
  if (!(await db.doctor.findUnique({ where: { id } }))) {
    const added = await addDoctor(db, { requestId, passwordHash, ...doctor }, now)
    return added.ok ? accept(null) : added
  }
  const email = doctor.email.toLowerCase()
  if (await db.user.count({ where: { email, id: { not: requestId } } })) return refuse('email_taken')
  const accounts = { update: { where: { id: `${requestId}-password` }, data: { password: passwordHash } } }
  const name = doctorName(doctor, doctor.language)
  await db.$transaction([
    db.user.update({ where: { id: requestId }, data: { name, email, accounts } }),
    db.doctor.update({ where: { id }, data: { ...doctor, email } }),
  ])
  return accept(null)
}

/** What patients come for first; a kind of visit has a name in both languages. */
type FirstVisit = { nameFr: string; nameEn: string; autoConfirm: boolean }

/**
 * Writes the first doctor's ordinary week and what they can be visited for, or changes both. Refuses `hours_invalid` with
 * the fields.
 */
export async function setFirstHours(db: Db, week: FirstHours, visit: FirstVisit) {
  const read = readFirstHours(week)
  if (!read.ok) return read
  const { hours, stepMinutes, horizonDays } = read.value
  const { doctor: doctorId, visitType: id } = await getFirstIds(db)
  const type = { ...visit, minutes: week.minutes }
  await db.$transaction([
    db.doctorHours.deleteMany({ where: { doctorId } }),
    db.doctorHours.createMany({
      data: hours.map(({ weekday, opens, closes }) => ({ doctorId, weekday, opens, closes })),
    }),
    db.doctor.update({ where: { id: doctorId }, data: { stepMinutes, horizonDays } }),
    db.visitType.upsert({ where: { id }, create: { id, doctorId, position: 1, ...type }, update: type }),
  ])
  return accept(null)
}

/** Lets patients in, once: what was set up is a clinic from `now` (ISO instant) on. Returns whether it opened just now. */
export async function openFirstClinic(db: Db, now: string): Promise<boolean> {
  const { count } = await db.clinicOpening.updateMany({
    where: { id: 1, openedAt: null },
    data: { openedAt: now, linkHash: null, linkUntil: null, browserHash: null, browserUntil: null },
  })
  return count === 1
}
