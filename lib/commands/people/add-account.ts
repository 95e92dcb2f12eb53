import type { Db } from '@/lib/db/client'
import { accept, refuse } from '@/lib/result'

export type AddAccount = {
  /** Made with the form: the same request, sent twice, adds one. */
  requestId: string
  name: string
  email: string
  role: 'doctor' | 'staff' | 'admin'
  /** As better-auth hashes it. */
  passwordHash: string
}

/** Somebody of the clinic may sign in from `now` (ISO instant) on. Refuses `email_taken`. */
export async function addAccount(db: Db, account: AddAccount, now: string) {
  const user = userOf(account, now)
  if (await db.user.count({ where: { OR: [{ email: user.email }, { id: user.id }] } })) return refuse('email_taken')
  await db.user.create({ data: user })
  return accept({ userId: user.id })
}

/** Returns an account as better-auth keeps one: it looks for addresses in lower case. */
export function userOf({ requestId: id, name, email, role, passwordHash: password }: AddAccount, now: string) {
  const [createdAt, emailVerified] = [now, true]
  const credential = { id: `${id}-password`, accountId: id, providerId: 'credential', password, createdAt }
  return { id, name, email: email.toLowerCase(), role, emailVerified, createdAt, accounts: { create: credential } }
}
