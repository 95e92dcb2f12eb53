import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePage } from '@/app/require-page'
import styles from '@/components/setup/setup.module.css'
import { Steps } from '@/components/setup/steps'
import { db } from '@/lib/db/client'
import type { Opening } from '@/lib/domain/opening/opening'
import { doneOf } from '@/lib/domain/opening/opening'
import { type SetUpStep, shownStep } from '@/lib/domain/opening/steps'
import { doctorName, ofTheDoctor } from '@/lib/domain/people/doctor-name'
import { getOpening } from '@/lib/queries/opening/opening'
import { setUpSecret } from '@/lib/web/set-up/set-up'
import { StepAtHand } from './step-at-hand'

type SetUpProps = { params: Promise<{ link?: string[] }>; searchParams: Promise<{ step?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('title') }
}

/** Where a clinic is set up: one step at a time, each kept as it is sent. */
export default async function SetUpPage({ params, searchParams }: SetUpProps) {
  const { link = [] } = await params
  const key = await requirePage('/setup', await setUpSecret(link[0]))
  const [{ step: asked }, opening] = await Promise.all([searchParams, getOpening(db())])
  const done = doneOf(opening)
  // Whoever comes by the link has to take it first.
  const step = key === 'link' ? 'clinic' : shownStep(asked, done)
  return (
    <div className={styles.frame}>
      <Steps current={step} done={done} written={await written(opening)} />
      <section aria-labelledby="step" key={step}>
        <h1 id="step">{await titleOf(step, opening)}</h1>
        <StepAtHand step={step} opening={opening} link={key === 'link' ? (link[0] ?? '') : ''} />
      </section>
    </div>
  )
}

async function titleOf(step: SetUpStep, { clinic, doctor }: Opening): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('setup'), getLocale()])
  if (step === 'hours' && doctor) return t('title_hours', { ofTheDoctor: ofTheDoctor(doctor, locale) })
  if (step === 'open') return t('title_open', { clinic: clinic?.name ?? '' })
  return t(`title_${step === 'hours' ? 'doctor' : step}`)
}

async function written({ clinic, admin, doctor }: Opening): Promise<Partial<Record<SetUpStep, string>>> {
  const locale = await getLocale()
  return {
    ...(clinic && { clinic: clinic.name }),
    ...(admin && { you: admin.name }),
    ...(doctor && { doctor: doctorName(doctor, locale) }),
  }
}
