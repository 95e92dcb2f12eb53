import type { Db } from '@/lib/db/client'
import { blindIndex, toHex } from '@/lib/db/sealed'
import { accept, refuse } from '@/lib/result'

const windowMs = 60_000
const triesPerWindow = 10

/**
 * Counts a try to sign in to an account, whether there is one or not, before the password is looked at. Refuses
 * `too_many_tries` from the eleventh within a minute on. Counted by account and not by address: who guesses can change
 * their address at will. `now` is an ISO instant.
 */
export async function countSignInTry(db: Db, email: string, now: string) {
  const at = Date.parse(now)
  const key = `sign-in:${toHex(blindIndex(email))}`
  await db.rateLimit.deleteMany({ where: { lastRequest: { lt: at - windowMs } } })
  const [row] = await db.$queryRaw<{ count: number }[]>`
    insert into rate_limit (id, key, count, last_request) values (${key}, ${key}, 1, ${at})
    on conflict (key) do update set count = rate_limit.count + 1
    returning count`
  return row && row.count > triesPerWindow ? refuse('too_many_tries') : accept(null)
}
