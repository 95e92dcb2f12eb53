import type { Db } from '@/lib/db/client'

/** Somebody of the clinic who signs in. */
export type TeamAccount = { id: string; name: string; email: string; role: 'doctor' | 'staff' | 'admin' }

const roles = ['doctor', 'staff', 'admin']

/** Returns who signs in to the desk, by name. */
export async function listAccounts(db: Db): Promise<TeamAccount[]> {
  const rows = await db.user.findMany({
    where: { role: { in: roles } },
    select: { id: true, name: true, email: true, role: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, role: row.role as TeamAccount['role'] }))
}
