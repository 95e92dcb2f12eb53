import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forgetPatientAction } from '@/app/actions/forget-patient'
import { redeemSignInCodeAction } from '@/app/actions/redeem-sign-in-code'
import { sendSignInCodeAction } from '@/app/actions/send-sign-in-code'
import { OwnVisits } from '@/components/own-visits'
import { SignInCodeForms } from '@/components/sign-in-code-forms'
import { db } from '@/lib/db/client'
import { findAskedAddress, findPatientIndex } from '@/lib/patient-session'
import { listVisitsOfPatient } from '@/lib/queries/visits-of-patient'
import { signVisit } from '@/lib/visit-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my_visits'))('title'), robots: { index: false } }
}

type Search = { searchParams: Promise<{ code?: string }> }

/** All visits of a patient, after a code that was mailed to them. */
export default async function MyVisitsPage({ searchParams }: Search) {
  const { code } = await searchParams
  const [t, index] = await Promise.all([getTranslations('my_visits'), findPatientIndex()])
  if (!index) {
    return (
      <div className="narrow py-6">
        <h1>{t('title')}</h1>
        <p className="soft py-3">{t('body')}</p>
        <SignInCodeForms
          asked={code === 'sent' ? await findAskedAddress() : undefined}
          send={sendSignInCodeAction}
          redeem={redeemSignInCodeAction}
        />
      </div>
    )
  }
  const visits = await listVisitsOfPatient(db(), index)
  const linked = await Promise.all(
    visits.map(async (visit) => ({ ...visit, path: `/visits/${await signVisit(visit.id)}` })),
  )
  return (
    <div className="narrow py-6">
      <div className="row justify-between pb-5">
        <h1>{t('title')}</h1>
        <form action={forgetPatientAction}>
          <button type="submit" className="btn bare">
            {t('sign_out')}
          </button>
        </form>
      </div>
      <OwnVisits visits={linked} now={new Date().toISOString()} />
    </div>
  )
}
