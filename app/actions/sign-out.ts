'use server'

import { redirect } from 'next/navigation'
import { signOut } from '@/lib/session'

/** Ends the session and goes back to the start. */
export async function signOutAction(): Promise<void> {
  await signOut()
  redirect('/')
}
