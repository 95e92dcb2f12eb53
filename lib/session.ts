import { randomInt } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { hashPassword } from 'better-auth/crypto'
import { nextCookies } from 'better-auth/next-js'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { db } from './db/client'
import { derived } from './db/sealed'
import type { Actor } from './domain/appointment/notice'
import { env } from './env'
import { isId, newId } from './ids'
import { log } from './log'
import { type Doctor, findDoctorBySlug, findDoctorOfUser, listDoctors } from './queries/doctors'
import { accept, refuse } from './result'

export type Role = 'patient' | 'doctor' | 'staff' | 'admin'
export type SignedIn = { id: string; name: string; role: Role }

const hour = 60 * 60

function build() {
  const { CARNET_URL } = env()
  return betterAuth({
    appName: 'Carnet',
    baseURL: CARNET_URL,
    secret: derived('session').toString('base64'),
    database: prismaAdapter(db(), { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    user: { additionalFields: { role: { type: 'string', defaultValue: 'patient', input: false } } },
    session: { expiresIn: 8 * hour, updateAge: hour / 2 },
    // Tries are counted by account before we come here; nothing of this library is reached from outside.
    rateLimit: { enabled: false },
    advanced: { useSecureCookies: CARNET_URL.startsWith('https:') },
    telemetry: { enabled: false },
    // The sentence alone: what it adds may name an address.
    logger: { log: (_level, sentence) => log().warn({ sentence }, 'better-auth') },
    plugins: [nextCookies()],
  })
}

let built: ReturnType<typeof build> | undefined

/** Accounts and sessions. Nobody can sign up; accounts are given by the clinic. */
export function auth() {
  built ??= build()
  return built
}

/** Who is signed in, if anybody. */
export async function findSignedIn(): Promise<SignedIn | undefined> {
  const session = await auth().api.getSession({ headers: await headers() })
  return session ? { id: session.user.id, name: session.user.name, role: session.user.role as Role } : undefined
}

/** Who is signed in, with one of these roles. Nobody: on to the sign-in page. Somebody else: there is no such page. */
export async function requireRole(...roles: Role[]): Promise<SignedIn> {
  const user = await findSignedIn()
  if (!user) redirect('/sign-in')
  if (!roles.includes(user.role)) notFound()
  return user
}

/** The doctor who is signed in; for anybody else there is no such page. */
export async function requireDoctor() {
  const user = await requireRole('doctor')
  const doctor = await findDoctorOfUser(db(), user.id)
  if (!doctor) notFound()
  return { user, doctor }
}

/**
 * Who keeps the day list: a doctor their own, staff and admins every doctor's. `by` is how what they do is recorded; for
 * anybody else there is no such page.
 */
export async function requireAttendant(): Promise<{ user: SignedIn; by: Actor; doctor: Doctor | null }> {
  const user = await requireRole('doctor', 'staff', 'admin')
  if (user.role !== 'doctor') return { user, by: { role: 'staff', id: user.id }, doctor: null }
  const doctor = await findDoctorOfUser(db(), user.id)
  if (!doctor) notFound()
  return { user, by: { role: 'doctor', id: doctor.id }, doctor }
}

/** The doctor whose hours may be changed: a doctor's own; admin and staff name one. For anybody else there is no such page. */
export async function requireHours(slug: string | undefined) {
  const user = await requireRole('doctor', 'admin', 'staff')
  const doctor = await (user.role === 'doctor'
    ? findDoctorOfUser(db(), user.id)
    : findDoctorBySlug(db(), slug ?? (await listDoctors(db()))[0]?.slug ?? ''))
  if (!doctor || (slug !== undefined && slug !== doctor.slug)) notFound()
  return { user, doctor }
}

/** Signs in and keeps the session in a cookie. Refuses `wrong_credentials`. */
export async function signIn(email: string, password: string) {
  try {
    const { user } = await auth().api.signInEmail({ body: { email, password }, headers: await headers() })
    return accept({ role: (user as { role?: Role }).role ?? 'patient' })
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'INVALID_EMAIL_OR_PASSWORD')
      return refuse('wrong_credentials')
    throw error
  }
}

/** Without those that are read for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A fresh password, to be shown once, and what is kept of it. Four groups of five: 99 bits. */
export async function makePassword(): Promise<{ password: string; hash: string }> {
  const group = () => Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join('')
  const password = [group(), group(), group(), group()].join('-')
  return { password, hash: await hashPassword(password) }
}

const browserCookie = 'carnet-browser'

/** The id under which this browser holds hours, if it was given one. It says nothing of who sits before it. */
export async function findBrowserId(): Promise<string | undefined> {
  const id = (await cookies()).get(browserCookie)?.value
  return id && isId(id) ? id : undefined
}

/** The same; a browser that has none is given one, until it is closed. Only in a server action. */
export async function giveBrowserId(): Promise<string> {
  const known = await findBrowserId()
  if (known) return known
  const id = newId()
  const secure = env().CARNET_URL.startsWith('https:')
  ;(await cookies()).set(browserCookie, id, { httpOnly: true, sameSite: 'lax', secure, path: '/' })
  return id
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() })
}
