import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { addAccountAction } from '@/app/actions/admin/add-account'
import { addDoctorAction } from '@/app/actions/admin/add-doctor'
import { changeAccountAction } from '@/app/actions/admin/change-account'
import { requirePage } from '@/app/require-page'
import { AccountList } from '@/components/clinic/account-list'
import { DoctorList } from '@/components/clinic/doctor-list'
import { PersonForm } from '@/components/clinic/person-form'
import { BackLink } from '@/components/frame/back-link'
import { db } from '@/lib/db/client'
import { specialties } from '@/lib/domain/people/specialties'
import { newId } from '@/lib/ids'
import { listAccounts } from '@/lib/queries/people/accounts'
import { listDoctors } from '@/lib/queries/people/doctors'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic'))('people') }
}

/** The doctors of the clinic, and who else signs in. */
export default async function PeoplePage() {
  const { user } = await requirePage('/clinic')
  const [t, ts, doctors, accounts] = await Promise.all([
    getTranslations('clinic'),
    getTranslations('specialty'),
    listDoctors(db()),
    listAccounts(db()),
  ])
  const receiving = doctors.filter(({ visitTypes }) => visitTypes.length > 0)
  const option = <Value extends string>(value: Value, label: string) => ({ value, label })
  const doctorChoices = [
    { name: 'form', label: t('form'), options: [option('Dre', 'Dre'), option('Dr', 'Dr')] },
    {
      name: 'specialty',
      label: t('specialty'),
      options: specialties.map((specialty) => option(specialty, ts(specialty))),
    },
    { name: 'language', label: t('language'), options: [option('fr', 'Français'), option('en', 'English')] },
  ]
  const roles = {
    name: 'role',
    label: t('role'),
    options: [option('staff', t('role_staff')), option('admin', t('role_admin'))],
  }
  return (
    <main id="main" className="page">
      <BackLink href="/clinic">{t('title')}</BackLink>
      <div className="page-head after-link">
        <h1>{t('people_title', { count: receiving.length })}</h1>
      </div>
      <div className="two-columns">
        <div className="stack gap-5 shrinks">
          <DoctorList doctors={doctors} signIns={accounts.map(({ email }) => email)} />
          <AccountList action={changeAccountAction} accounts={accounts} own={user.id} />
        </div>
        <div className="stack gap-5 shrinks">
          <section className="sheet padded stack gap-4" aria-labelledby="add-doctor">
            <h2 id="add-doctor">{t('add_doctor')}</h2>
            <PersonForm
              action={addDoctorAction}
              requestId={newId()}
              fields={{ name: 'name', email: 'email' }}
              choices={doctorChoices}
              submit={t('add_doctor')}
            />
          </section>
          <section className="sheet padded stack gap-4" aria-labelledby="add-staff">
            <h2 id="add-staff">{t('add_staff')}</h2>
            <PersonForm
              action={addAccountAction}
              requestId={newId()}
              fields={{ name: 'staffName', email: 'staffEmail' }}
              choices={[roles]}
              submit={t('add_staff')}
            />
          </section>
        </div>
      </div>
    </main>
  )
}
