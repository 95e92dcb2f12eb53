import { cookies } from 'next/headers'
import { db } from '@/lib/db/client'
import { open, seal } from '@/lib/db/sealed'
import { isoNow } from '@/lib/iso-now'
import { findPatientSession } from '@/lib/queries/people/patient-sessions'
import { env } from '@/lib/settings/env'

const cookie = 'carnet-patient'

/** Keeps the secret of a patient's session on this browser, so many hours. */
export async function keepPatientSession(token: string, hours: number): Promise<void> {
  await keep(cookie, token, hours * 3600)
}

/** Returns the blind index of the address that a patient signed in with, if one did. */
export async function findPatientIndex(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const token = await findPatientToken()
  return token ? findPatientSession(db(), token, isoNow()) : undefined
}

/** Returns the secret of a patient's session that this browser shows, whether or not it still opens anything. */
export async function findPatientToken(): Promise<string | undefined> {
  return (await cookies()).get(cookie)?.value
}

/** This browser shows the session's secret no more. */
export async function forgetPatientSession(): Promise<void> {
  ;(await cookies()).delete(cookie)
}

const askedCookie = 'carnet-asked'

/** Who asked for a code from this browser: with which address, and the secret that their code is bound to. */
export type AskedForCode = { email: string; secret: string }

/** Remembers who asked for a code, on this browser alone and until the code is over. */
export async function keepAsked(asked: AskedForCode): Promise<void> {
  const sealed = Buffer.from(seal(JSON.stringify(asked), askedCookie)).toString('base64url')
  await keep(askedCookie, sealed, 600)
}

/** Returns who asked for a code from this browser, if somebody did. */
export async function findAsked(): Promise<AskedForCode | undefined> {
  const sealed = (await cookies()).get(askedCookie)?.value
  try {
    return sealed ? JSON.parse(open(Buffer.from(sealed, 'base64url'), askedCookie)) : undefined
  } catch {
    return undefined
  }
}

async function keep(name: string, value: string, maxAge: number): Promise<void> {
  const secure = env().CARNET_URL.startsWith('https:')
  ;(await cookies()).set(name, value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge })
}
