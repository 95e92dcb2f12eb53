import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { nextCookies } from 'better-auth/next-js'
import { headers } from 'next/headers'
import { db } from '@/lib/db/client'
import { derived } from '@/lib/db/sealed'
import { passwordLeast } from '@/lib/domain/limits'
import { isDemoUser } from '@/lib/domain/people/demo-user'
import type { Role } from '@/lib/domain/people/role'
import { accept, refuse } from '@/lib/result'
import { env } from '@/lib/settings/env'
import { log } from '@/lib/telemetry/log'

const hour = 60 * 60

function build() {
  const { CARNET_URL } = env()
  return betterAuth({
    appName: 'Carnet',
    baseURL: CARNET_URL,
    secret: derived('session').toString('base64'),
    database: prismaAdapter(db(), { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: passwordLeast },
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

/** Signs in and keeps the session in a cookie. Refuses `wrong_credentials`, also for the demo's accounts where it is off. */
export async function signIn(email: string, password: string) {
  if (env().CARNET_DEMO === 'off' && (await isOfDemo(email))) return refuse('wrong_credentials')
  try {
    const { user } = await auth().api.signInEmail({ body: { email, password }, headers: await headers() })
    return accept({ role: (user as { role?: Role }).role ?? 'patient' })
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'INVALID_EMAIL_OR_PASSWORD')
      return refuse('wrong_credentials')
    throw error
  }
}

async function isOfDemo(email: string): Promise<boolean> {
  const user = await db().user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } })
  return user !== null && isDemoUser(user.id)
}

/**
 * Gives who is signed in another password; every other browser of theirs is signed out. Refuses `current_password_wrong`,
 * and `demo_password` for an account that everybody signs in with.
 */
export async function changeOwnPassword(userId: string, currentPassword: string, newPassword: string) {
  if (isDemoUser(userId)) return refuse('demo_password')
  const body = { currentPassword, newPassword, revokeOtherSessions: true }
  try {
    await auth().api.changePassword({ body, headers: await headers() })
    return accept(null)
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'INVALID_PASSWORD') return refuse('current_password_wrong')
    throw error
  }
}

/** Ends every session of who is signed in but this browser's. */
export async function endOtherSessions(): Promise<void> {
  await auth().api.revokeOtherSessions({ headers: await headers() })
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() })
}
