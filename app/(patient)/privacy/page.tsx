import type { Metadata } from 'next'
import { requirePage } from '@/app/require-page'
import { ClinicTextPage, clinicTextHead } from '../clinic-text-page'

export function generateMetadata(): Promise<Metadata> {
  return clinicTextHead('privacy')
}

/** What is kept of patients, what for, and what they can ask. */
export default async function PrivacyPage() {
  await requirePage('/privacy')
  return <ClinicTextPage page="privacy" />
}
