import type { Db } from '@/lib/db/client'
import { blindIndex, toHex } from '@/lib/db/sealed'
import { laterBy, minuteMs } from '@/lib/domain/time'
import { accept, refuse } from '@/lib/result'

const windowMs = minuteMs
const triesPerWindow = 10

/**
 * Counts a try to sign in to an account, whether there is one or not, before the password is looked at. Refuses
 * `too_many_tries` from the eleventh within a minute on, or after `limit`. Counted by account and not by address: who
 * guesses can change their address at will. `now` is an ISO instant.
 */
export async function countSignInTry(db: Db, email: string, now: string, limit = triesPerWindow) {
  const account = toHex(blindIndex(email))
  await db.signInTry.deleteMany({ where: { begunAt: { lt: laterBy(now, -windowMs) } } })
  const { count } = await db.signInTry.upsert({
    where: { account },
    create: { account, count: 1, begunAt: now },
    update: { count: { increment: 1 } },
  })
  return count > limit ? refuse('too_many_tries') : accept(null)
}
