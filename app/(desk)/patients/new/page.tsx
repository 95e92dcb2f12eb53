import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { registerPatientAction } from '@/app/actions/desk/patients/register-patient'
import { requirePage } from '@/app/require-page'
import { BackLink } from '@/components/frame/back-link'
import { RegisterForm } from '@/components/patients/register-form'
import { newId } from '@/lib/ids'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('patients'))('new') }
}

/** The desk registers somebody whom the clinic does not know yet; a doctor, who does not, is led to the search. */
export default async function NewPatientPage() {
  const { doctor } = await requirePage('/patients')
  if (doctor) redirect('/patients')
  const [t, locale] = await Promise.all([getTranslations('patients'), getLocale()])
  return (
    <main id="main" className="page">
      <BackLink href="/patients">{t('title')}</BackLink>
      <div className="page-head after-link">
        <h1>{t('new')}</h1>
      </div>
      <section className="sheet padded">
        <RegisterForm action={registerPatientAction} requestId={newId()} language={locale as 'fr' | 'en'} />
      </section>
    </main>
  )
}
