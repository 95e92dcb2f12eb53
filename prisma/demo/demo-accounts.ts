import { hashPassword } from 'better-auth/crypto'
import type { Db } from '@/lib/db/client'
import { demoUserPrefix } from '@/lib/domain/people/demo-user'
import { accounts, demoPassword, doctors } from './cast'

type Name = keyof typeof accounts
const names = Object.keys(accounts) as Name[]

/** Writes the demo's accounts as better-auth keeps them, made at `now` (ISO instant). Safe to repeat. */
export async function createDemoAccounts(db: Db, now: string): Promise<void> {
  const known = await db.user.findMany({ where: { id: { in: names.map(userIdOf) } }, select: { id: true } })
  const missing = names.filter((name) => !known.some(({ id }) => id === userIdOf(name)))
  await Promise.all(missing.map((name) => createAccount(db, name, now)))
}

/** Gives the accounts of doctors to their doctors, all at once. Safe to repeat. */
export async function linkDemoDoctors(db: Db): Promise<void> {
  const links = names.flatMap((name) => {
    const doctor = name in doctors ? doctors[name as keyof typeof doctors] : undefined
    return doctor ? db.doctor.update({ where: { id: doctor.id }, data: { userId: userIdOf(name) } }) : []
  })
  await db.$transaction(links)
}

async function createAccount(db: Db, name: Name, createdAt: string): Promise<void> {
  const id = userIdOf(name)
  const password = await hashPassword(demoPassword)
  const credential = { id: `${id}-password`, accountId: id, providerId: 'credential', password, createdAt }
  const user = { id, ...accounts[name], emailVerified: true, createdAt }
  await db.user.create({ data: { ...user, accounts: { create: credential } } })
}

function userIdOf(name: Name): string {
  return demoUserPrefix + name
}
