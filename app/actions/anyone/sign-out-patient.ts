'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { endPatientSession } from '@/lib/commands/people/patient-session'
import { db } from '@/lib/db/client'
import { findPatientToken, forgetPatientSession } from '@/lib/web/patient-session'
import { mayPress } from '../may-press'

/** Signs a patient out: on this browser, and for whoever may have copied what it showed. */
export async function signOutPatientAction(): Promise<void> {
  await mayPress('signOutPatient')
  const token = await findPatientToken()
  if (token) await endPatientSession(db(), token)
  await forgetPatientSession()
  redirect('/my-visits' as Route)
}
