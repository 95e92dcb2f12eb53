import { headers } from 'next/headers'
import { cache } from 'react'
import { isDemoUser } from '@/lib/domain/people/demo-user'
import type { Role } from '@/lib/domain/people/role'
import { env } from '@/lib/settings/env'
import { auth } from './auth'

export type SignedIn = { id: string; name: string; role: Role; sessionId: string }

/** Returns who is signed in, if anybody. A page and its frame both ask; the session is read once for both. */
export const findSignedIn = cache(async (): Promise<SignedIn | undefined> => {
  const session = await auth().api.getSession({ headers: await headers() })
  // With the demo off its accounts do not exist: everybody knows their password.
  if (!session || (isDemoUser(session.user.id) && env().CARNET_DEMO === 'off')) return undefined
  return {
    id: session.user.id,
    name: session.user.name,
    role: session.user.role as Role,
    sessionId: session.session.id,
  }
})
