import { jwtVerify, SignJWT } from 'jose'
import { cookies } from 'next/headers'
import { blindIndex, derived, open, seal } from './db/sealed'
import { env } from './env'

const cookie = 'carnet-patient'
const audience = 'patient'
const hours = 8

/**
 * Keeps a patient signed in on this browser for eight hours. The cookie holds the blind index of their address and not the
 * address; patients have no account, and nothing of them is written to the tables of accounts.
 */
export async function keepPatient(email: string): Promise<void> {
  const token = await new SignJWT({ sub: Buffer.from(blindIndex(email)).toString('hex'), aud: audience })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(`${hours}h`)
    .sign(derived('patient'))
  const secure = env().CARNET_URL.startsWith('https:')
  ;(await cookies()).set(cookie, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: hours * 3600 })
}

/** The blind index of the address that a patient signed in with, if one did. */
export async function findPatientIndex(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const token = (await cookies()).get(cookie)?.value
  if (!token) return undefined
  try {
    const { payload } = await jwtVerify(token, derived('patient'), { audience, algorithms: ['HS256'] })
    return Uint8Array.from(Buffer.from(payload.sub ?? '', 'hex'))
  } catch {
    return undefined
  }
}

const askedCookie = 'carnet-asked'

/** Remembers which address asked for a code, on this browser alone and until the code is over. */
export async function keepAskedAddress(email: string): Promise<void> {
  const secure = env().CARNET_URL.startsWith('https:')
  const sealed = Buffer.from(seal(email, askedCookie)).toString('base64url')
  ;(await cookies()).set(askedCookie, sealed, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 600 })
}

/** The address that asked for a code from this browser, if one did. */
export async function findAskedAddress(): Promise<string | undefined> {
  const sealed = (await cookies()).get(askedCookie)?.value
  try {
    return sealed && open(Buffer.from(sealed, 'base64url'), askedCookie)
  } catch {
    return undefined
  }
}

/** Signs the patient out on this browser. */
export async function forgetPatient(): Promise<void> {
  ;(await cookies()).delete(cookie)
}
