import type { Db } from '@/lib/db/client'
import { accept, refuse } from '@/lib/result'

/**
 * Makes an admin of staff, or the other way round. Refuses `account_unknown`, and `own_role`: the clinic keeps an
 * admin.
 */
export async function setRole(db: Db, { userId, role, by }: { userId: string; role: 'staff' | 'admin'; by: string }) {
  if (userId === by) return refuse('own_role')
  const { count } = await db.user.updateMany({
    where: { id: userId, role: { in: ['staff', 'admin'] } },
    data: { role },
  })
  return count > 0 ? accept(null) : refuse('account_unknown')
}

type SetPassword = { userId: string; passwordHash: string; by: string }

/**
 * Gives an account of the clinic another password; who is signed in with it is signed out, except whoever gives it:
 * they could not read it any more. Refuses `account_unknown`.
 */
export async function setPassword(db: Db, { userId, passwordHash, by }: SetPassword) {
  const isOfTeam = { id: userId, role: { in: ['doctor', 'staff', 'admin'] } }
  const [{ count }] = await db.$transaction([
    db.account.updateMany({ where: { user: isOfTeam, providerId: 'credential' }, data: { password: passwordHash } }),
    db.session.deleteMany({ where: { user: isOfTeam, userId: { not: by } } }),
  ])
  return count > 0 ? accept(null) : refuse('account_unknown')
}
