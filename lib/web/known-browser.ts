import { cookies } from 'next/headers'
import { open, seal } from '@/lib/db/sealed'
import { env } from '@/lib/settings/env'

const cookie = 'carnet-known'
const aYearS = 365 * 24 * 3600
/** Who shares a desk's browser, the latest first. */
const most = 8

/**
 * Returns whether somebody has signed in to this account from this browser before. Strangers who guess at it have not: what
 * they try is counted apart, and shuts nobody out.
 */
export async function knowsAccount(email: string): Promise<boolean> {
  return (await known()).includes(email.toLowerCase())
}

/** Remembers on this browser that somebody signed in to this account. It opens nothing by itself. */
export async function rememberAccount(email: string): Promise<void> {
  const account = email.toLowerCase()
  const accounts = [account, ...(await known()).filter((other) => other !== account)].slice(0, most)
  const sealed = Buffer.from(seal(JSON.stringify(accounts), cookie)).toString('base64url')
  const secure = env().CARNET_URL.startsWith('https:')
  ;(await cookies()).set(cookie, sealed, { httpOnly: true, sameSite: 'lax', secure, path: '/sign-in', maxAge: aYearS })
}

async function known(): Promise<string[]> {
  const sealed = (await cookies()).get(cookie)?.value
  try {
    return sealed ? JSON.parse(open(Buffer.from(sealed, 'base64url'), cookie)) : []
  } catch {
    return []
  }
}
