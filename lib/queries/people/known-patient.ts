import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'

/** What somebody wrote when they last booked with an address, and all the names they booked for, the latest first. */
export type KnownPatient = { name: string; email: string; phone: string | null; names: string[] }

const most = 20

/** Returns what is known of whoever has signed in with an address (its blind index), if they have booked before. */
export async function findKnownPatient(db: Db, emailIndex: Uint8Array<ArrayBuffer>): Promise<KnownPatient | undefined> {
  const rows = await db.patient.findMany({ where: { emailIndex }, orderBy: { createdAt: 'desc' }, take: most })
  const email = rows[0]?.email
  if (!email) return undefined
  const names = [...new Set(rows.map(({ name }) => open(name, 'patient.name')))]
  const phone = rows.find((row) => row.phone !== null)?.phone
  return {
    name: names[0] ?? '',
    email: open(email, 'patient.email'),
    phone: phone ? open(phone, 'patient.phone') : null,
    names,
  }
}
