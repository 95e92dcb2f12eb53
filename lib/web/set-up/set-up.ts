import { cookies } from 'next/headers'
import { browserMs } from '@/lib/domain/opening/opening'
import { secondMs } from '@/lib/domain/time'
import { env } from '@/lib/settings/env'

const cookie = 'carnet-set-up'

/** Returns the secret by which somebody may set the clinic up: that of the link they came by, else this browser's. */
export async function setUpSecret(link: string | undefined): Promise<string> {
  return link || ((await cookies()).get(cookie)?.value ?? '')
}

/** Makes this browser the one that sets the clinic up, by a secret of its own. */
export async function keepSetUp(browser: string): Promise<void> {
  const secure = env().CARNET_URL.startsWith('https:')
  const maxAge = browserMs / secondMs
  ;(await cookies()).set(cookie, browser, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge })
}

/** The clinic is open: nobody sets it up any more. */
export async function forgetSetUp(): Promise<void> {
  ;(await cookies()).delete(cookie)
}
