import type { Actor } from '@/lib/domain/appointment/may'

type Admitted = { user: { id: string }; doctor: { id: string } | null }

/** Returns as whom somebody who has signed in acts on visits: a doctor as the doctor they are, everybody else as staff. */
export function actorOf({ user, doctor }: Admitted): Actor {
  return doctor ? { role: 'doctor', id: doctor.id } : { role: 'staff', id: user.id }
}
