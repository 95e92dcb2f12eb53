import type { Db } from '@/lib/db/client'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { freeSlug, slugOf } from '@/lib/domain/people/slug-of'
import { idFrom } from '@/lib/ids'
import { accept, refuse } from '@/lib/result'
import { type AddAccount, userOf } from './add-account'

export type AddDoctor = Omit<AddAccount, 'role'> & {
  form: 'Dre' | 'Dr'
  specialty: string
  language: 'fr' | 'en'
}

const stepMinutes = 20

/**
 * A doctor comes to the clinic, with an account from `now` (ISO instant) on. Nobody can book before they have hours
 * and a visit type. One of whose name nothing can stand in an address has their id there. Refuses `email_taken`.
 */
export async function addDoctor(db: Db, { requestId, passwordHash, ...doctor }: AddDoctor, now: string) {
  const id = idFrom(requestId, 'doctor')
  const slug = slugOf(doctor.name) || id
  const account = { requestId, passwordHash, email: doctor.email, role: 'doctor' as const }
  const user = userOf({ ...account, name: doctorName(doctor, doctor.language) }, now)
  const others = await db.doctor.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } })
  const taken = others.map((other) => other.slug)
  if (await db.user.count({ where: { OR: [{ email: user.email }, { id: user.id }] } })) return refuse('email_taken')
  const row = {
    ...doctor,
    email: user.email,
    id,
    slug: freeSlug(slug, taken),
    stepMinutes,
  }
  await db.$transaction([db.user.create({ data: user }), db.doctor.create({ data: { ...row, userId: user.id } })])
  return accept({ slug: row.slug })
}
