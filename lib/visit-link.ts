import { jwtVerify, SignJWT } from 'jose'
import { derived } from './db/sealed'
import { env } from './env'
import { isId } from './ids'

const purpose = 'visit'

/** The signed part of a patient's link: whoever holds it may see and manage this one visit. */
export async function signVisit(appointmentId: string): Promise<string> {
  return new SignJWT({ sub: appointmentId, aud: purpose }).setProtectedHeader({ alg: 'HS256' }).sign(derived('link'))
}

/** The visit a link was signed for; undefined when it was not signed by us. */
export async function visitOf(token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, derived('link'), { audience: purpose, algorithms: ['HS256'] })
    return payload.sub && isId(payload.sub) ? payload.sub : undefined
  } catch {
    return undefined
  }
}

/** The full address of a patient's page, for a mail. */
export async function visitUrl(appointmentId: string): Promise<string> {
  return new URL(`/visits/${await signVisit(appointmentId)}`, env().CARNET_URL).href
}
