import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/app/desk'
import { BackLink } from '@/components/back-link'
import { DoctorList } from '@/components/doctor-list'
import { db } from '@/lib/db/client'
import { listDoctors } from '@/lib/queries/doctors'
import { requireRole } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic'))('people') }
}

/** The doctors of the clinic, and who else signs in. */
export default async function PeoplePage() {
  const user = await requireRole('admin')
  const [t, doctors] = await Promise.all([getTranslations('clinic'), listDoctors(db())])
  const receiving = doctors.filter(({ visitTypes }) => visitTypes.length > 0)
  return (
    <Desk user={user} current="clinic">
      <main id="main" className="wrap">
        <BackLink href="/clinic">{t('title')}</BackLink>
        <div className="head pt-0">
          <h1>{t('people_title', { count: receiving.length })}</h1>
        </div>
        <DoctorList doctors={doctors} />
      </main>
    </Desk>
  )
}
