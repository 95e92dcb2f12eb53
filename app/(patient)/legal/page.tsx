import type { Metadata } from 'next'
import { requirePage } from '@/app/require-page'
import { ClinicTextPage, clinicTextHead } from '../clinic-text-page'

export function generateMetadata(): Promise<Metadata> {
  return clinicTextHead('legal')
}

/** Who publishes the site, and who keeps it. */
export default async function LegalPage() {
  await requirePage('/legal')
  return <ClinicTextPage page="legal" />
}
