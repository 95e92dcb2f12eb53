'use server'

import { redirect } from 'next/navigation'
import { signOut } from '@/lib/web/auth'
import { mayPress } from '../may-press'

/** Ends the session and goes back to the start. */
export async function signOutAction(): Promise<void> {
  await mayPress('signOut')
  await signOut()
  redirect('/')
}
