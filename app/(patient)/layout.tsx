import type { ReactNode } from 'react'
import { setLocale } from '@/app/actions/anyone/set-locale'
import { PatientFrame } from '@/components/frame/patient-frame'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { getClinicProfile } from '@/lib/queries/clinic/clinic-profile'

export default async function PatientLayout({ children }: { children: ReactNode }) {
  const [clinic, profile] = await Promise.all([getClinic(db()), getClinicProfile(db())])
  return (
    <PatientFrame clinic={{ ...clinic, ...profile }} setLocale={setLocale}>
      {children}
    </PatientFrame>
  )
}
