import type { Metadata } from 'next'
import { requirePage } from '@/app/require-page'
import { ClinicTextPage, clinicTextHead } from '../clinic-text-page'

export function generateMetadata(): Promise<Metadata> {
  return clinicTextHead('accessibility')
}

/** How far everybody can use the site, and whom to tell when something stops them. */
export default async function AccessibilityPage() {
  await requirePage('/accessibility')
  return <ClinicTextPage page="accessibility" />
}
