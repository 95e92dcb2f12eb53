import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { addAccountAction } from '@/app/actions/add-account'
import { addDoctorAction } from '@/app/actions/add-doctor'
import { changeAccountAction } from '@/app/actions/change-account'
import { Desk } from '@/app/desk'
import { AccountList } from '@/components/account-list'
import { BackLink } from '@/components/back-link'
import { DoctorList } from '@/components/doctor-list'
import { PersonForm } from '@/components/person-form'
import { db } from '@/lib/db/client'
import { specialties } from '@/lib/domain/people/specialties'
import { newId } from '@/lib/ids'
import { listAccounts } from '@/lib/queries/accounts'
import { listDoctors } from '@/lib/queries/doctors'
import { requireRole } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clinic'))('people') }
}

/** The doctors of the clinic, and who else signs in. */
export default async function PeoplePage() {
  const user = await requireRole('admin')
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
    { name: 'specialty', label: t('specialty'), options: specialties.map((one) => option(one, ts(one))) },
    { name: 'language', label: t('language'), options: [option('fr', 'Français'), option('en', 'English')] },
  ]
  const roles = {
    name: 'role',
    label: t('role'),
    options: [option('staff', t('role_staff')), option('admin', t('role_admin'))],
  }
  return (
    <Desk user={user} current="clinic">
      <main id="main" className="wrap">
        <BackLink href="/clinic">{t('title')}</BackLink>
        <div className="head pt-0">
          <h1>{t('people_title', { count: receiving.length })}</h1>
        </div>
        <div className="hoursgrid">
          <div className="grid gap-6 min-w-0">
            <DoctorList doctors={doctors} />
            <AccountList action={changeAccountAction} accounts={accounts} own={user.id} />
          </div>
          <div className="grid gap-6 min-w-0">
            <section className="sheet pad grid gap-4" aria-labelledby="add-doctor">
              <h2 id="add-doctor">{t('add_doctor')}</h2>
              <PersonForm
                action={addDoctorAction}
                requestId={newId()}
                fields={{ name: 'name', email: 'email' }}
                choices={doctorChoices}
                submit={t('add_doctor')}
              />
            </section>
            <section className="sheet pad grid gap-4" aria-labelledby="add-staff">
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
    </Desk>
  )
}
