import type { Db } from '@/lib/db/client'
import { seal } from '@/lib/db/sealed'
import { newId } from '@/lib/ids'

/** Stores a mail that tries out who carries them, and returns its key. `now` is an ISO instant. */
export async function storeTrialMail(db: Db, to: string, mail: object, now: string): Promise<string> {
  const key = `trial:${newId()}`
  const message = { key, channel: 'mail', kind: 'trial', role: 'staff', status: 'stored', createdAt: now }
  const recipient = seal(to, 'message.recipient')
  const content = seal(JSON.stringify(mail), 'message.content')
  await db.message.create({ data: { ...message, recipient, content } })
  return key
}

/** Notes that a mail went out while the clinic was set up. `now` is an ISO instant. */
export async function noteMailTried(db: Db, now: string): Promise<void> {
  await db.clinicOpening.update({ where: { id: 1 }, data: { mailTriedAt: now } })
}
