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

/** Somebody of the clinic may sign in. Refuses `email_taken`. */
export async function addAccount(db: Db, account: AddAccount) {
  const user = userOf(account)
  if (await db.user.count({ where: { OR: [{ email: user.email }, { id: user.id }] } })) return refuse('email_taken')
  await db.user.create({ data: user })
  return accept({ userId: user.id })
}

/** An account as better-auth keeps one: it looks for addresses in lower case. */
export function userOf({ requestId: id, name, email, role, passwordHash: password }: AddAccount) {
  const credential = { id: `${id}-password`, accountId: id, providerId: 'credential', password }
  return { id, name, email: email.toLowerCase(), role, emailVerified: true, accounts: { create: credential } }
}
