import { UserPlus } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { findPatientsAction } from '@/app/actions/desk/patients/find-patients'
import { requirePage } from '@/app/require-page'
import { FindPage } from '@/components/patients/find-page'
import { isoNow } from '@/lib/iso-now'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('patients'))('title') }
}

/** Finds anybody the clinic knows, and leads to registering somebody new. */
export default async function PatientsPage() {
  const { doctor } = await requirePage('/patients')
  const t = await getTranslations('patients')
  return (
    <main id="main" className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        {!doctor && (
          <Link prefetch={false} className="button push" href={'/patients/new' as Route}>
            <UserPlus className="icon" aria-hidden="true" />
            {t('new')}
          </Link>
        )}
      </div>
      <FindPage action={findPatientsAction} now={isoNow()} />
    </main>
  )
}
