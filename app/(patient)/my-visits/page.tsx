import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { redeemSignInCodeAction } from '@/app/actions/anyone/redeem-sign-in-code'
import { sendSignInCodeAction } from '@/app/actions/anyone/send-sign-in-code'
import { signOutPatientAction } from '@/app/actions/anyone/sign-out-patient'
import { requirePage } from '@/app/require-page'
import { CookieNote } from '@/components/frame/cookie-note'
import { ClosedLink } from '@/components/visit/closed-link'
import { SignInCodeForms } from '@/components/visit/sign-in-code-forms'
import { OwnVisits } from '@/components/visit-page/own-visits'
import { visitTokens } from '@/lib/commands/visit/visit-links'
import { db } from '@/lib/db/client'
import { linkEndsAt } from '@/lib/domain/appointment/visit-token'
import { isoNow } from '@/lib/iso-now'
import { getClinic } from '@/lib/queries/clinic/clinic'
import { listVisitsOfPatient } from '@/lib/queries/visit/visits-of-patient'
import { visitPath } from '@/lib/views/visit-path'
import { findAsked, findPatientIndex } from '@/lib/web/patient-session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('my_visits'))('title'), robots: { index: false } }
}

type Search = { searchParams: Promise<{ code?: string; link?: string }> }

/** All visits of a patient, after a code that was mailed to them. */
export default async function MyVisitsPage({ searchParams }: Search) {
  await requirePage('/my-visits')
  const { code, link } = await searchParams
  const [t, index] = await Promise.all([getTranslations('my_visits'), findPatientIndex()])
  if (!index) {
    const asked = code === 'sent' ? await findAsked() : undefined
    return (
      <div className="narrow above-5 below-5">
        <h1>{t('title')}</h1>
        <ClosedLink because={link} />
        <p className="soft above-3 below-3">{t('body')}</p>
        <CookieNote areLost={code === 'sent' && asked === undefined} />
        <SignInCodeForms asked={asked?.email} send={sendSignInCodeAction} redeem={redeemSignInCodeAction} />
      </div>
    )
  }
  const now = isoNow()
  const [clinic, visits] = [await getClinic(db()), await listVisitsOfPatient(db(), index, now)]
  const opening = visits.filter((visit) => linkEndsAt(visit) > now)
  const tokens = await visitTokens(
    db(),
    opening.map(({ id, patientId }) => ({ appointmentId: id, contactId: patientId })),
    now,
  )
  const pathOf = (token: string | undefined) => (token === undefined ? null : visitPath(token))
  const linked = visits.map((visit) => ({ ...visit, path: pathOf(tokens.get(visit.id)) }))
  return (
    <div className="narrow above-5 below-5">
      <div className="row apart gap-4 below-5">
        <h1>{t('title')}</h1>
        <Link className="button pen" href="/">
          {t('book')}
        </Link>
      </div>
      <ClosedLink because={link} />
      <OwnVisits visits={linked} now={now} clinic={clinic} />
      <form action={signOutPatientAction} className="above-5">
        <button type="submit" className="button bare flush">
          {t('sign_out')}
        </button>
      </form>
    </div>
  )
}
