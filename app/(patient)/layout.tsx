import type { ReactNode } from 'react'
import { setLocale } from '@/app/actions/set-locale'
import { PatientFrame } from '@/components/patient-frame'
import { db } from '@/lib/db/client'
import { getClinic } from '@/lib/queries/clinic'

export default async function PatientLayout({ children }: { children: ReactNode }) {
  return (
    <PatientFrame clinic={await getClinic(db())} setLocale={setLocale}>
      {children}
    </PatientFrame>
  )
}
