import type { Db } from '@/lib/db/client'

export type Clinic = {
  name: string
  address: string
  phone: string
  /** IANA zone: opening hours and every time shown are on its wall clock. */
  timeZone: string
  /** Hours before a confirmed visit within which its patient may no longer move it, and is late to cancel it. */
  noticeHours: number
  /** What becomes of a booking when a message is refused for good: undone, or kept while staff call. */
  messagesOnExhausted: 'compensate' | 'attention'
}

/** Returns the clinic. Throws when it has not been set up. */
export async function getClinic(db: Db): Promise<Clinic> {
  const clinic = await findClinic(db)
  if (!clinic) throw new Error('there is no clinic in this database yet')
  return clinic
}

/** Returns the clinic, if it has been set up. */
export async function findClinic(db: Db): Promise<Clinic | undefined> {
  const row = await db.clinic.findUnique({ where: { id: 1 } })
  if (!row) return undefined
  const { id: _, language: __, messagesOnExhausted, ...clinic } = row
  return { ...clinic, messagesOnExhausted: messagesOnExhausted as Clinic['messagesOnExhausted'] }
}
