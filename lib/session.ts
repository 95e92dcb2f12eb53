import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { db } from './db/client'
import { derived } from './db/sealed'
import { env } from './env'
import { accept, refuse } from './result'

export type Role = 'patient' | 'doctor' | 'staff' | 'admin'
export type SignedIn = { id: string; name: string; role: Role }

const signInPath = '/api/auth/sign-in/email'
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
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: { useSecureCookies: CARNET_URL.startsWith('https:') },
    telemetry: { enabled: false },
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

/**
 * Signs in through the library's own endpoint, because that is where it limits tries: calls of its API from a server
 * action are never limited. Refuses `wrong_credentials` and `too_many_tries`.
 */
export async function signIn(email: string, password: string) {
  const from = await headers()
  const origin = new URL(env().CARNET_URL).origin
  const forwarded = from.get('x-forwarded-for')
  const answer = await auth().handler(
    new Request(new URL(signInPath, origin), {
      method: 'POST',
      body: JSON.stringify({ email, password }),
      headers: { 'content-type': 'application/json', origin, ...(forwarded && { 'x-forwarded-for': forwarded }) },
    }),
  )
  if (answer.status === 429) return refuse('too_many_tries')
  if (!answer.ok) return refuse('wrong_credentials')
  const { user } = (await answer.json()) as { user: { role: Role } }
  await keepCookies(answer.headers)
  return accept({ role: user.role })
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() })
}

async function keepCookies(from: Headers): Promise<void> {
  const jar = await cookies()
  for (const line of from.getSetCookie()) {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    const maxAge = attributes.find((one) => /^max-age=/i.test(one))?.split('=')[1]
    const secure = attributes.some((one) => /^secure$/i.test(one))
    const lasting = maxAge ? { maxAge: Number(maxAge) } : {}
    jar.set(name, decodeURIComponent(value), { httpOnly: true, sameSite: 'lax', path: '/', secure, ...lasting })
  }
}
