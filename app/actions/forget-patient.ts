'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { forgetPatient } from '@/lib/patient-session'

/** A patient leaves a browser that others use. */
export async function forgetPatientAction(): Promise<void> {
  await forgetPatient()
  redirect('/my-visits' as Route)
}
