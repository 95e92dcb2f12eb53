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

type Named = { id: string; startsAt: string; patientName: string }

/** Visits to be named to somebody who has signed in, each with its page: a doctor's own, for others the patient's. */
export async function visitsNamedTo(role: string, visits: readonly Named[]) {
  const named = visits.map(async ({ id, startsAt, patientName }) => {
    const path = role === 'doctor' ? `/calendar/visits/${id}` : `/visits/${await signVisit(id)}`
    return { id, startsAt, patientName, path }
  })
  return Promise.all(named)
}
