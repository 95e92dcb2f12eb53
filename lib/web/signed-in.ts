import { headers } from 'next/headers'
import { cache } from 'react'
import type { Role } from '@/lib/domain/people/role'
import { auth } from './auth'

export type SignedIn = { id: string; name: string; role: Role }

/** Returns who is signed in, if anybody. A page and its frame both ask; the session is read once for both. */
export const findSignedIn = cache(async (): Promise<SignedIn | undefined> => {
  const session = await auth().api.getSession({ headers: await headers() })
  return session ? { id: session.user.id, name: session.user.name, role: session.user.role as Role } : undefined
})
